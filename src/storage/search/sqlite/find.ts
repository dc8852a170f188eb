import type { DatabaseSync } from 'node:sqlite'
import type { Filters, Scope, SearchAnswer, SearchCall } from '#search'
import { firstIdAt } from '../document-id.ts'
import { candidatesIn, type Deadline, type Found, type Span } from './candidates.ts'
import { headExpression, wholeExpression } from './expression.ts'
import { type Extent, extentOf } from './extent.ts'
import { facetsIn } from './facets.ts'
import { ranked } from './rank.ts'
import { spellingIn } from './spelling.ts'
import { weighed } from './weigh.ts'

/** Milliseconds that the work for one question may take; what is not done by then is left out. */
const patience = 40
/** No more hits than these are counted and ranked. */
const mostHits = 1_000
/** Older stories that have everything in the headline. */
const mostInHeadline = 200
/** Of each part of a question that nothing answers whole. */
const mostLoose = 300
const mostPublications = 50

export interface Finder {
  search(call: SearchCall): SearchAnswer
  suggest(text: string, most: number): readonly string[]
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

/** Answers questions from an index that is open for reading. Bounded: see `patience`. */
export function finderIn(database: DatabaseSync): Finder {
  const candidates = candidatesIn(database)
  const extent = extentOf(database)
  const facets = facetsIn(database)
  const spelling = spellingIn(database)
  const storyOf = database.prepare('select story from document where id = ?')

  const stories = (ids: readonly number[]): string[] =>
    ids.flatMap((id) => {
      const row = storyOf.get(id)
      return row === undefined ? [] : [String(row.story)]
    })

  /** Everything that matches, as far as this viewer's question may look. */
  const matching = (
    call: Pick<SearchCall, 'question' | 'scope'>,
    reach: Extent,
    until: Deadline,
  ): Found => {
    const { question, scope } = call
    const span = spanIn(question.filters, reach.span)
    const limits = { most: mostHits, until, density: reach.density }
    const found = tablesFor(scope).map(({ table, publications }) => {
      const expression = wholeExpression(question, reach.languages, publications)
      return expression === null ? none : candidates.newest(table, expression, span, limits)
    })
    return merged(found)
  }

  const headlines = (call: SearchCall, reach: Extent, until: Deadline): readonly number[] => {
    const { parts, filters } = call.question
    if (parts.some(({ within }) => within !== null)) return []
    const within = parts.map((part) =>
      part.excluded ? part : { ...part, within: 'headline' as const },
    )
    const expression = wholeExpression({ parts: within, filters }, reach.languages)
    if (expression === null) return []
    const limits = { most: mostInHeadline, until, density: reach.density }
    return candidates.newest('shown', expression, spanIn(filters, reach.span), limits).ids
  }

  /** Where no story has all the words: those that have some, the rarest first. */
  const loosely = (call: SearchCall, reach: Extent, until: Deadline): number[] => {
    const needs = { candidates, extent: reach, until }
    const parts = weighed(call.question, 'shown', needs).filter(({ documents }) => documents > 0)
    if (parts.length === 0) return []
    const span = spanIn(call.question.filters, reach.span)
    const has = parts.map(({ part }) => {
      const alone = wholeExpression(
        { parts: [part], filters: call.question.filters },
        reach.languages,
      )
      const limits = { most: mostLoose, until, density: reach.density }
      return new Set(alone === null ? [] : candidates.newest('shown', alone, span, limits).ids)
    })
    const all = [...has.reduce((one, other) => one.union(other), new Set<number>())]
    return ranked(all, parts, { ...needs, now: call.now }, has).slice(0, 50)
  }

  return {
    search(call) {
      const until = performance.now() + patience
      const reach = extent()
      const found = matching(call, reach, until)
      const asksForWords = call.question.parts.some(({ excluded }) => !excluded)
      if (found.ids.length === 0) {
        const loose = asksForWords ? loosely(call, reach, until) : []
        return {
          ...nothing,
          hits: stories(loose.slice(call.skip, call.skip + call.most)),
          count: loose.length,
          loose: loose.length > 0,
          meant: spelling.mended(call.question, reach, until),
          narrow: found.late,
        }
      }
      const inOrder = best(call, found, reach, until)
      return {
        ...nothing,
        hits: stories(inOrder.slice(call.skip, call.skip + call.most)),
        count: found.ids.length,
        atLeast: !found.all,
        facets: call.facets
          ? facets.of(call, found.ids, (other) => matching(other, reach, until).ids)
          : null,
        meant: found.ids.length < 3 ? spelling.mended(call.question, reach, until) : null,
        narrow: found.late,
      }
    },

    suggest(text, most) {
      const until = performance.now() + patience
      const { span, density } = extent()
      const expression = headExpression(text)
      if (expression === null) return []
      return stories(candidates.newest('heads', expression, span, { most, until, density }).ids)
    },
  }

  function best(call: SearchCall, found: Found, reach: Extent, until: Deadline): readonly number[] {
    const asksForWords = call.question.parts.some(({ excluded }) => !excluded)
    if (call.order === 'newest' || !asksForWords) return found.ids
    const older = found.all ? [] : headlines(call, reach, until)
    const ids = [...new Set([...found.ids, ...older])]
    const needs = { candidates, extent: reach, until }
    const parts = weighed(call.question, 'shown', needs)
    return ranked(ids, parts, { ...needs, now: call.now })
  }
}

const none: Found = { ids: [], all: true, late: false }

function tablesFor(scope: Scope): readonly {
  readonly table: 'shown' | 'whole'
  readonly publications: readonly string[] | null
}[] {
  if (scope.rests === 'none') return [{ table: 'shown', publications: null }]
  if (scope.rests === 'all') return [{ table: 'whole', publications: null }]
  const publications = scope.publicationIds.slice(0, mostPublications)
  if (publications.length === 0) return [{ table: 'shown', publications: null }]
  return [
    { table: 'shown', publications: null },
    { table: 'whole', publications },
  ]
}

/** The newest first, each once. */
function merged(found: readonly Found[]): Found {
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  const ids = [...new Set(found.flatMap((one) => one.ids))].sort((one, other) => other - one)
  return {
    ids: ids.slice(0, mostHits),
    all: found.every(({ all }) => all) && ids.length <= mostHits,
    late: found.some(({ late }) => late),
  }
}

/** Days are those of UTC: a reader who narrows a search to days is not that exact. */
function spanIn({ from, to }: Pick<Filters, 'from' | 'to'>, { low, high }: Span): Span {
  const first = (day: Temporal.PlainDate) => firstIdAt(day.toZonedDateTime('UTC').toInstant())
  return {
    low: from === null ? low : Math.max(low, first(from)),
    high: to === null ? high : Math.min(high, first(to.add({ days: 1 })) - 1),
  }
}
