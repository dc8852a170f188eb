import { stat } from 'node:fs/promises'
import { basename, extname, join, resolve, sep } from 'node:path'
import type { Door } from '#catalogue'
import { type Progress, type Said, type TakeInNeeds, takeIn } from '#desk'
import type { Delivery, Remark } from '#ingest'
import type { CarefulClient } from '#outside'
import { deliveriesIn } from '#outside'
import { coversIn } from './covers-in.ts'

export interface ImportNeeds extends TakeInNeeds {
  readonly client: CarefulClient
  /** IANA zone and language of the stand. */
  readonly timeZone: string
  readonly language: string
}

export interface Import {
  /** A web address, a file or a folder. */
  readonly source: string
  readonly said: Said
  readonly door: Door | null
  readonly publishAt: Temporal.Instant | null
  readonly editionName: string
  /** Folders directly below the source that hold something else than stories to be published. */
  readonly passOver?: readonly string[]
}

/** What a feed or a file may weigh, and how long fetching it may take. */
export const fetchLimits = { maxBytes: 10_000_000, maxMilliseconds: 30_000 }

export const feedTypes =
  'application/feed+json, application/atom+xml, application/rss+xml, application/json;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5'

/** The source could not be fetched or opened at all. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  readonly remark: Remark

  constructor(remark: Remark) {
    super(remark.message)
    this.remark = remark
  }
}

/**
 * Takes in a file, a folder or a web address. In a folder, a `publication.json` says what the
 * publication is called; what the operator says wins over it.
 * @throws SourceError when there is nothing to read
 */
export async function* importSource(
  needs: ImportNeeds,
  { source, said: given, passOver = [], ...how }: Import,
): AsyncGenerator<Progress> {
  const { timeZone, language } = needs
  if (isWebAddress(source)) {
    const delivery = await fetchDelivery(needs, source, given)
    const fallback = new URL(delivery.from).host
    yield* takeIn(needs, {
      deliveries: [delivery],
      said: given,
      fallback,
      ...how,
      timeZone,
      language,
    })
    return
  }
  const path = resolve(source)
  const folder = await isFolder(path)
  const { readCard } = await import('./publication-card.ts')
  const file = join(path, 'publication.json')
  const card = folder ? await readCard(file) : { said: {}, logo: null }
  const said = { ...card.said, ...given }
  const covers = folder ? await coversIn(path) : new Map<string, string>()
  const dress = { from: file, logo: card.logo, covers }
  const fallback = titleFrom(path)
  const remarked: Remark[] = []
  const others = passOver.map((name) => join(path, name))
  const deliveries = filesIn(needs, path, said, remarked, others)
  yield* takeIn(needs, { deliveries, said, fallback, ...how, dress, timeZone, language })
  for (const remark of remarked) {
    const { code, message, where } = remark
    const answer = { status: 'refused', effect: 'none', headline: '', story: null } as const
    yield { kind: 'answer', answer: { ...answer, code, message, where, remarks: [remark] } }
  }
}

export const isWebAddress = (source: string) => /^https?:\/\//i.test(source)

async function fetchDelivery(
  { client, clock, timeZone }: ImportNeeds,
  source: string,
  said: Said,
): Promise<Delivery> {
  const fetched = await client.fetch(source, { ...fetchLimits, accept: feedTypes })
  if (!fetched.ok) throw new SourceError({ ...fetched.reason, where: source })
  const { bytes, address: from, contentType } = fetched.value
  return { bytes, from, contentType, said: senderIn(said), at: clock(), timeZone }
}

async function* filesIn(
  { clock, timeZone }: ImportNeeds,
  path: string,
  said: Said,
  remarked: Remark[],
  others: readonly string[],
): AsyncGenerator<Delivery> {
  for await (const found of deliveriesIn(path)) {
    if (others.some((folder) => found.path.startsWith(folder + sep))) continue
    if ('remark' in found) remarked.push({ ...found.remark, where: found.path })
    else if (basename(found.path) !== 'publication.json') {
      const zone = said.timeZone ?? timeZone
      const { bytes, path: from } = found
      const place = from === path ? {} : { folder: path }
      const known = { contentType: null, said: senderIn(said), at: clock(), timeZone: zone }
      yield { bytes, from, ...place, ...known }
    }
  }
}

/** What the operator said, as far as a reader of formats needs it. */
export function senderIn({
  title,
  description,
  language,
  home,
}: Said): NonNullable<Delivery['said']> {
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(language === undefined ? {} : { language }),
    ...(home === undefined ? {} : { home }),
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    const message = `There is no file or folder "${path}".`
    throw new SourceError({ code: 'file.missing', message, where: path })
  }
}

/** "the-daily.xml" gives "The daily". */
function titleFrom(path: string): string {
  const name = basename(path, extname(path))
    .replace(/[-_.]+/g, ' ')
    .trim()
  return name.charAt(0).toLocaleUpperCase() + name.slice(1)
}
