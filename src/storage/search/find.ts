import { foldedWord, type Question, type SearchAnswer, type SearchCall } from '#search'
import { spanIn } from './days.ts'
import { headMatch, type Tongue, wholeMatch } from './expression.ts'
import { facetsOf } from './facets.ts'
import { ranked } from './rank.ts'
import { foundWithin } from './scope.ts'
import type { Answered, Deadline, Extent, FactName, Found, Row, Shelf } from './shelf.ts'
import { mended } from './spelling.ts'
import { weighed } from './weigh.ts'

/** No more hits than these are counted and ranked. */
const mostHits = 1_000
/** Older stories that have everything in the headline. */
const mostInHeadline = 200
/** Milliseconds that looking for these may take: newer ones are there already. */
const aWhile = 8
/** Parts and hits of a question that nothing answers whole. */
const mostLooseParts = 5
const mostLooseHits = 50
/** Words that one which is still being typed may become. */
const mostEndings = 12
/** While less is typed, the beginning itself is looked up. */
const shortBeginning = 3

export interface Finder {
  search(call: SearchCall): Promise<SearchAnswer>
  suggest(text: string, most: number): Promise<readonly string[]>
}

/** What one question is answered with. */
interface Search {
  readonly call: SearchCall
  readonly shelf: Shelf
  readonly extent: Extent
  readonly tongue: Tongue
  readonly until: Deadline
}

const nothing: SearchAnswer = {
  hits: [],
  count: 0,
  atLeast: false,
  facets: null,
  meant: null,
  loose: false,
  narrow: false,
}

/**
 * Answers questions from a shelf, whatever its engine.
 * @param patience milliseconds that the work for one may take; what is not done by then is left out
 */
export function finderOn(shelf: Shelf, patience: number): Finder {
  return {
    async search(call) {
      const until = performance.now() + patience
      const extent = await shelf.extent()
      const tongue = await tongueFor(call.question, shelf, extent)
      const search: Search = { call, shelf, extent, tongue, until }
      const found = await matching(search, call.question)
      return found.ids.length === 0 ? loosely(search, found) : answered(search, found)
    },

    async suggest(text, most) {
      const until = performance.now() + patience
      const { span } = await shelf.extent()
      const last = foldedWord(/[\p{L}\p{N}\p{M}]+$/u.exec(text.normalize('NFKC'))?.[0] ?? '')
      const endings = last.length > shortBeginning ? await shelf.beginning(last, mostEndings) : []
      const match = headMatch(text, endings)
      if (match === null) return []
      const [found = none] = await shelf.newest([{ source: 'heads', match }], span, { most, until })
      const { ids } = found
      return inOrder(ids, await shelf.rows(ids, 'facts')).map(({ story }) => story)
    },
  }
}

async function tongueFor(
  { parts }: Question,
  shelf: Shelf,
  { languages }: Extent,
): Promise<Tongue> {
  const endings = new Map<string, readonly string[]>()
  for (const { words } of parts.filter(({ open }) => open)) {
    const last = words.at(-1) ?? ''
    endings.set(last, await shelf.beginning(foldedWord(last), mostEndings))
  }
  return { languages, endings }
}

/** Everything that matches, as far as this viewer's question may look. */
async function matching(search: Search, question: Question): Promise<Found> {
  const { call, shelf, extent, tongue, until } = search
  const span = spanIn(question.filters, extent.span)
  const limits = { most: mostHits, until }
  return foundWithin(question, { shelf, scope: call.scope, tongue, span, limits })
}

const none: Found = { ids: [], all: true, late: false }

async function answered(search: Search, found: Found): Promise<SearchAnswer> {
  const { call, shelf, until } = search
  const { question, skip, most } = call
  const byDate = call.order === 'newest' || !asksForWords(question)
  const pageIds = found.ids.slice(skip, skip + most)
  const older = byDate || found.all ? [] : olderOnes(search, found)
  const rows = shelf.rows(byDate && !call.facets ? pageIds : found.ids, byDate ? 'facts' : 'words')
  const counted = async (other: Question, fact: FactName) =>
    shelf.counts((await matching(search, other)).ids, fact)
  // All is asked for at once: while one answer is read, the index looks for the next.
  const [hits, facets, meant] = await Promise.all([
    byDate ? inPlaces(pageIds, rows) : best(search, found, rows, older),
    call.facets ? facetsOf(question, rows, counted) : null,
    found.ids.length < 3 ? mended(question, shelf, until) : null,
  ])
  return {
    ...nothing,
    hits: (byDate ? hits : hits.slice(skip, skip + most)).map(({ story }) => story),
    count: found.ids.length,
    atLeast: !found.all,
    facets,
    meant,
    narrow: found.late,
  }
}

const inPlaces = async (ids: readonly number[], rows: Answered<readonly Row[]>) =>
  inOrder(ids, await rows)

const asksForWords = ({ parts }: Question): boolean => parts.some(({ excluded }) => !excluded)

/** The newest and, of older ones, those that have everything in the headline; the best first. */
async function best(
  search: Search,
  found: Found,
  newest: Answered<readonly Row[]>,
  older: Answered<readonly Row[]>,
): Promise<readonly Row[]> {
  const { call, tongue } = search
  const wanted = call.question.parts.filter(({ excluded }) => !excluded)
  const [only] = wanted
  // One part says the same of all, and one story is the best of all.
  const alone = wanted.length === 1 || (found.all && found.ids.length < 2)
  const known = new Set(found.ids)
  const [rows, others, parts] = await Promise.all([
    newest,
    older,
    alone && only !== undefined ? [{ part: only, weight: 1, ids: known }] : weighed(wanted, search),
  ])
  const { now, language } = call
  return ranked([...rows, ...others], parts, { tongue, now, language, strict: true })
}

async function olderOnes(search: Search, found: Found): Promise<readonly Row[]> {
  const known = new Set(found.ids)
  const older = (await inHeadlines(search)).filter((id) => !known.has(id))
  return older.length === 0 ? [] : search.shelf.rows(older, 'words')
}

async function inHeadlines(search: Search): Promise<readonly number[]> {
  const { call, shelf, extent, tongue, until } = search
  const { parts, filters } = call.question
  if (parts.some(({ within }) => within !== null)) return []
  const within = parts.map((part) =>
    part.excluded ? part : { ...part, within: 'headline' as const },
  )
  const match = wholeMatch({ parts: within, filters }, tongue)
  if (match === null) return []
  const limits = { most: mostInHeadline, until: Math.min(until, performance.now() + aWhile) }
  const span = spanIn(filters, extent.span)
  const [found = none] = await shelf.newest([{ source: 'shown', match }], span, limits)
  return found.ids
}

/** Where no story has all the words: those that have some of the rarest. */
async function loosely(search: Search, found: Found): Promise<SearchAnswer> {
  const { call, shelf, tongue, until } = search
  const { question, skip, most, now, language } = call
  // What was looked for everywhere and has one part is nowhere.
  const hopeless = found.all && question.parts.length < 2
  const parts = (hopeless ? [] : await weighed(question.parts, search, question.filters))
    .filter(({ ids }) => ids.size > 0)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, mostLooseParts)
  const ids = parts.reduce((all, part) => all.union(part.ids), new Set<number>())
  const candidates = await shelf.rows([...ids], 'words')
  const rows = ranked(candidates, parts, { tongue, now, language, strict: false })
  const kept = rows.slice(0, mostLooseHits)
  return {
    ...nothing,
    hits: kept.slice(skip, skip + most).map(({ story }) => story),
    count: kept.length,
    loose: kept.length > 0,
    meant: await mended(question, shelf, until),
    narrow: found.late,
  }
}

function inOrder(ids: readonly number[], rows: readonly Row[]): Row[] {
  const known = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => known.get(id) ?? [])
}
