import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { undescribed } from '#catalogue'
import { receive } from '#desk'
import { type Chance, chanceFrom } from '#ground/chance'
import { buildIndex } from '#jobs'
import { readQuestion } from '#search'
import { addresses, href } from '#web'
import en from '../../locales/en.json' with { type: 'json' }
import { assemble, type Stand } from '../../src/assemble.ts'
import { readConfig } from '../../src/config.ts'
import { noon } from '../../src/storage/tide.fixture.ts'
import { signInAt } from './sign-in-at.ts'
import { walledDraft } from './walled-stories.ts'

const common =
  'the sea sand boats mud harbour ferry night bridge baker council light fog wind vote pilot road'
const rare = 'lighthouse orchard saffron quarry violin glacier cathedral lantern barley compass'
const words = `${common} ${common} ${rare} and of a to in was had came went saw`.split(' ')

const stories = 40

export interface Probed {
  readonly probes: number
  /** Questions to which the stands answered differently. */
  readonly differences: readonly string[]
  /** How many of the same questions are answered differently to whoever may read everything. */
  readonly telling: number
}

/**
 * Asks two stands that differ in their rests alone for phrases and words of the rests of the first,
 * as somebody who may not read them: pages, suggestions, counts and orders have to be the same to
 * the byte.
 * @param titles how many other publications, alike on both stands, whoever asks may read; a stranger
 *   asks where there are none
 */
export async function probe(count: number, seed: number, titles = 0): Promise<Probed> {
  const chance = chanceFrom(seed)
  const rests = Array.from({ length: stories }, () => textOf(chance))
  const others = Array.from({ length: stories }, () => textOf(chance))
  const leads = Array.from({ length: stories }, () => textOf(chance))
  const theirs = Array.from({ length: titles }, () => ({
    lead: textOf(chance),
    rest: textOf(chance),
  }))
  await using one = await standWith(leads, rests, theirs)
  await using other = await standWith(leads, others, theirs)
  const differences: string[] = []
  let telling = 0
  for (let at = 0; at < count; at += 1) {
    const path = probeOf(rests[at % stories] ?? '', chance)
    if ((await one.page(path)) !== (await other.page(path))) differences.push(path)
    if ((await one.hits(path)) !== (await other.hits(path))) telling += 1
  }
  return { probes: count, differences, telling }
}

/** Sentences of the same number of words, so that no story is longer than its twin. */
function textOf(chance: Chance): string {
  const sentence = () => Array.from({ length: 9 }, () => chance.oneOf(words))
  return Array.from({ length: 12 }, () => `${sentence().join(' ')}.`).join(' ')
}

/** A phrase, a few words, a word that is left out, or what is typed of one so far. */
function probeOf(rest: string, chance: Chance): string {
  const all = rest.replaceAll('.', '').split(' ')
  const from = chance.below(all.length - 5)
  const some = all.slice(from, from + 1 + chance.below(4))
  const typed = chance.oneOf([
    `"${some.join(' ')}"`,
    some.join(' '),
    `sea -${some.at(-1)}`,
    `${some.join(' ')}x`,
  ])
  const order = chance.share() < 0.5 ? { order: 'newest' } : {}
  if (chance.share() < 0.1) {
    const q = (some[0] ?? '').slice(0, 3)
    return `${href(addresses.searchSuggestions, { locale: 'en' })}?${new URLSearchParams({ q })}`
  }
  const question = new URLSearchParams({ q: typed, ...order })
  return `${href(addresses.search, { locale: 'en' })}?${question}`
}

const { 'search-narrow': cutShort } = en

interface Texts {
  readonly lead: string
  readonly rest: string
}

async function standWith(
  leads: readonly string[],
  rests: readonly string[],
  theirs: readonly Texts[],
) {
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'kiosk-probes-'))
  opened.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  const settings = { KIOSK_DATA: folder, KIOSK_TIME_ZONE: 'UTC' }
  const stand = opened.use(await assemble(readConfig(settings), { clock: () => noon }))
  const texts = rests.map((rest, at) => ({ lead: leads[at] ?? '', rest }))
  await bringOut(stand, { slug: 'tide', title: 'The Tide' }, texts)
  const ids: string[] = []
  for (const [at, text] of theirs.entries())
    ids.push(await bringOut(stand, { slug: `gull-${at}`, title: `Gull ${at}` }, [text]))
  await buildIndex(stand.search, { signal: AbortSignal.timeout(60_000) })
  const headers = ids.length === 0 ? {} : await readerOf(stand, ids)
  const { app } = await stand.openWeb({ report: () => {}, pageCache: false })
  const kept = opened.move()
  return {
    async page(path: string, again = 5): Promise<string> {
      const answer = await app.request(path, { headers })
      const text = await answer.text()
      // A busy machine cuts a search short here and there, and its page says so.
      if (text.includes(cutShort) && again > 0) return this.page(path, again - 1)
      return `${answer.status} ${JSON.stringify([...answer.headers])} ${text}`
    },
    /** What somebody with a right to everything would find, in a form that can be compared. */
    async hits(path: string): Promise<string> {
      const typed = new URL(path, 'http://stand').searchParams.get('q') ?? ''
      const { count, loose } = await stand.search.index.search({
        question: readQuestion(typed, new Map()),
        scope: { rests: 'all' },
        order: 'newest',
        ...{ skip: 0, most: 1, language: 'en', facets: false, now: noon },
      })
      return `${count} ${loose}`
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

/** @returns the id of a publication with these walled stories */
async function bringOut(
  stand: Stand,
  named: { readonly slug: string; readonly title: string },
  texts: readonly Texts[],
): Promise<string> {
  const said = { ...named, kind: 'newspaper', language: 'en' } as const
  const more = { description: 'News.', home: null, timeZone: 'UTC', door: 'plan' } as const
  const cut = { paragraphs: 4, words: null, share: 0.5 }
  const { publication } = await stand.desk.publications.findOrAdd(
    { ...said, ...more, cut, ...undescribed },
    () => false,
  )
  const entries = texts.map(({ lead, rest }, at) => {
    const paragraphs = (text: string, parts: number) =>
      Array.from({ length: parts }, () => ({ kind: 'paragraph', html: text }) as const)
    const draft = walledDraft(`n${at}`, [], {
      headline: `Number ${at}`,
      blocks: [...paragraphs(lead, 4), ...paragraphs(rest, 4)],
    })
    return { entry: { ok: true, draft, remarks: [] } as const, from: 'test' }
  })
  const batch = { publication, entries, door: null, publishAt: null, editionName: '' }
  await Array.fromAsync(receive(stand.desk, batch))
  return publication.id
}

/** The headers of somebody with a plan over these publications. */
async function readerOf(stand: Stand, ids: readonly string[]) {
  const draft = {
    name: 'GULLS',
    scope: { what: 'publications', ids },
    trialDays: 0,
    seats: 0,
  } as const
  const plan = await stand.access.plans.add(draft, noon)
  if (!plan.ok) throw new Error('There is a plan of that name')
  const { id, headers } = await signInAt(stand, 'gulls', noon)
  const opens = { what: 'plan', id: plan.value.id } as const
  const right = { from: 'plan', opens, since: noon, until: null, note: '' } as const
  await stand.access.grants.give({ key: 'gulls', readerId: id, ...right }, noon)
  return headers
}
