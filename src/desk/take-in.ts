import type { Door, Publication } from '#catalogue'
import type { Delivery, Entry, Reader, Remark, Sender } from '#ingest'
import { type Answer, declined } from './answer.ts'
import { choosePublication, type Said } from './choose-publication.ts'
import { type Dress, dress } from './dress.ts'
import { unknownLanguage } from './ready-story.ts'
import { type ReceiveNeeds, receive } from './receive.ts'
import type { PublicationDesk } from './store.ts'

export interface TakeInNeeds extends ReceiveNeeds {
  readonly publications: PublicationDesk
  readonly reader: Reader
}

export interface TakeIn {
  readonly deliveries: AsyncIterable<Delivery> | Iterable<Delivery>
  readonly said: Said
  /** A name for the publication when neither operator nor sender gives one. */
  readonly fallback: string
  readonly door: Door | null
  readonly publishAt: Temporal.Instant | null
  readonly editionName: string
  readonly dress?: Dress
  /** IANA zone and language of the stand, for publications that say nothing of theirs. */
  readonly timeZone: string
  readonly language: string
}

export type Progress =
  | {
      readonly kind: 'read'
      readonly from: string
      readonly items: number
      /** What there is to say of the delivery as a whole. */
      readonly remarks: readonly Remark[]
    }
  | { readonly kind: 'publication'; readonly publication: Publication; readonly added: boolean }
  | { readonly kind: 'answer'; readonly answer: Answer }

/** Read together before anything is printed, so that the files of one edition come out as one. */
const mostTogether = 20_000

interface Pile {
  readonly sender: Sender
  readonly entries: { readonly entry: Entry; readonly from: string }[]
}

/** Reads deliveries, finds the publications they belong to, and publishes what they hold. */
export async function* takeIn(needs: TakeInNeeds, work: TakeIn): AsyncGenerator<Progress> {
  let piles = new Map<string, Pile>()
  let count = 0
  for await (const { delivery, reading } of inPairs(needs.reader, work.deliveries)) {
    const { from } = delivery
    if (!reading.ok) {
      yield { kind: 'answer', answer: declined('refused', reading.remarks, { where: from }) }
      continue
    }
    const { sender, entries } = reading
    const remarks = entries.length === 0 ? [...reading.remarks, noStory] : reading.remarks
    yield { kind: 'read', from, items: entries.length, remarks }
    const { publication, title } = work.said
    const name = publication ?? title ?? `${sender.title} ${sender.home ?? ''}`
    const pile = piles.get(name) ?? { sender, entries: [] }
    piles.set(name, pile)
    pile.entries.push(...entries.map((entry) => ({ entry, from })))
    count += entries.length
    if (count < mostTogether) continue
    for (const full of piles.values()) yield* publish(needs, work, full)
    piles = new Map()
    count = 0
  }
  for (const pile of piles.values()) yield* publish(needs, work, pile)
}

const noStory: Remark = {
  code: 'feed.no-items',
  message: 'There is no story in it. Send it again when there is one.',
  where: '',
}

async function* publish(needs: TakeInNeeds, work: TakeIn, pile: Pile): AsyncGenerator<Progress> {
  const { said, fallback, timeZone } = work
  const { sender, entries } = pile
  const readable = entries.some(({ entry }) => entry.ok)
  if (readable) {
    const mostly = mainLanguage(entries.map(({ entry }) => entry)) ?? work.language
    const door = said.door ?? 'open'
    const choice = { said, sender, mostly, fallback, door, timeZone }
    const { publication: known, added } = await choosePublication(needs.publications, choice)
    const publication = added ? known : await describedAnew(needs, known, said)
    yield { kind: 'publication', publication, added }
    const { door: asked, publishAt, editionName } = work
    const batch = { publication, entries, door: asked, publishAt, editionName }
    for await (const answer of receive(needs, batch)) yield { kind: 'answer', answer }
    if (work.dress === undefined) return
    const remarks = await dress(needs, publication, work.dress)
    if (remarks.length > 0) yield { kind: 'read', from: work.dress.from, items: 0, remarks }
  } else {
    for (const { entry, from } of entries) {
      if (entry.ok) continue
      yield { kind: 'answer', answer: declined(entry.status, entry.remarks, { where: from }) }
    }
  }
}

/** What is said of a publication today holds from today, for what comes with it as well. */
async function describedAnew(
  { publications, clock }: TakeInNeeds,
  known: Publication,
  { publication: _, ...said }: Said,
): Promise<Publication> {
  if (Object.keys(said).length > 0) await publications.describe(known.id, said, clock())
  return { ...known, ...said }
}

/** The language that most of the drafts are in, of those that are in a known one. */
function mainLanguage(entries: readonly Entry[]): string | null {
  const drafts = entries.flatMap((entry) => (entry.ok ? [entry.draft] : []))
  const languages = drafts.map(({ language }) => language).filter((tag) => tag !== unknownLanguage)
  const counts = [...Map.groupBy(languages, (language) => language)]
  return counts.sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null
}

/** While one delivery is read in its thread the next is fetched and waits its turn. */
async function* inPairs(reader: Reader, deliveries: TakeIn['deliveries']) {
  let before: { delivery: Delivery; reading: ReturnType<Reader['read']> } | null = null
  for await (const delivery of deliveries) {
    const reading = reader.read(delivery)
    if (before !== null) yield { delivery: before.delivery, reading: await before.reading }
    before = { delivery, reading }
  }
  if (before !== null) yield { delivery: before.delivery, reading: await before.reading }
}
