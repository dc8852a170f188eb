import { scopeOf, type Viewer } from '#access'
import type { EditionCard } from '#catalogue'
import { type IndexState, type Question, readQuestion, type SearchAnswer } from '#search'
import type { Entry } from '../../keeping/entry.ts'
import type { AppNeeds } from '../../needs.ts'
import { type Asked, filtersOf, hasChoices, onPage } from './asked.ts'
import { fieldNames } from './field-names.ts'
import { type FoldedHit, fold } from './fold.ts'
import { publicationsNamed } from './found-publications.ts'
import { hitsOf } from './hits.ts'
import { namesOf } from './names.ts'

/** What came of a question. */
export interface Found {
  readonly question: Question
  readonly answer: SearchAnswer
  readonly state: IndexState
  readonly hits: readonly FoldedHit[]
  /** The newest editions of publications that are called so. */
  readonly publications: readonly EditionCard[]
}

type Needs = Pick<
  AppNeeds,
  'search' | 'publications' | 'editions' | 'stories' | 'leads' | 'rests' | 'access' | 'clock'
>

interface Looking {
  readonly entries: readonly Entry[]
  readonly viewer: Viewer
  /** Of the page: a BCP 47 base. */
  readonly language: string
}

/**
 * Asks the index as far as this viewer may look, and reads what the page shows of its hits: as much
 * as they may read.
 */
export async function find(
  needs: Needs,
  asked: Asked,
  { entries, viewer, language }: Looking,
): Promise<Found> {
  const { bySlug } = namesOf(entries)
  const ids = asked.chosen.publication.flatMap((slug) => bySlug.get(slug)?.publication.id ?? [])
  const question = readQuestion(asked.words, fieldNames, filtersOf(asked, ids))
  // Asked for every answer: what somebody may read can end at any moment.
  const scope = await scopeOf(needs.access, viewer)
  const asksForWords = question.parts.some(({ excluded }) => !excluded)
  const [answer, state, publications] = await Promise.all([
    asksForWords || hasChoices(asked) || hasDays(question)
      ? needs.search.search({
          ...{ question, scope, order: asked.order, facets: true, now: needs.clock() },
          language,
          ...{ skip: (asked.page - 1) * onPage, most: onPage },
        })
      : nothing,
    needs.search.state(),
    asked.page === 1 && asked.chosen.publication.length === 0
      ? newestOf(needs, publicationsNamed(entries, question))
      : [],
  ])
  const looking = { viewer, question }
  const [hits, alike] = await Promise.all([
    hitsOf({ ...needs, ...needs.access }, answer.hits, looking),
    needs.stories.alikeAmong(answer.hits),
  ])
  return { question, answer, state, hits: fold(hits, alike), publications }
}

const hasDays = ({ filters: { from, to } }: Question): boolean => from !== null || to !== null

const nothing: SearchAnswer = {
  hits: [],
  count: 0,
  atLeast: false,
  facets: null,
  meant: null,
  loose: false,
  narrow: false,
}

async function newestOf(
  { editions }: Needs,
  entries: readonly Entry[],
): Promise<readonly EditionCard[]> {
  if (entries.length === 0) return []
  const ids = entries.map(({ publication }) => publication.id)
  const cards = await editions.newestOf(ids)
  const byId = new Map(cards.map((card) => [card.publication.slug, card]))
  return entries.flatMap(({ publication }) => byId.get(publication.slug) ?? [])
}
