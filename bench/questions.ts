import { type Chance, chanceFrom } from '#ground/chance'
import { baseLanguage } from '#ground/language'
import {
  type DocumentReader,
  type Field,
  type Filters,
  noFilters,
  type SearchDocument,
} from '#search'
import {
  headlineWords,
  misspelt,
  phraseOf,
  start,
  type Vocabulary,
  vocabularyOf,
} from './vocabulary.ts'

/** A question as a reader might ask it of this very stand. */
export interface BenchQuestion {
  readonly kind: string
  readonly typed: string
  readonly filters: Filters
  /** What is typed is the beginning of a headline. */
  readonly suggest: boolean
}

/** How fields are called in these questions. */
export const fieldNames: ReadonlyMap<string, Field> = new Map([
  ['by', 'byline'],
  ['section', 'section'],
  ['publication', 'publication'],
  ['from', 'from'],
  ['to', 'to'],
])

/**
 * The published list of questions: how each kind is made from the words of a stand. With the same
 * stand and seed they are the same questions. A language has as many as another, however few of the
 * stories are in it, so that every script is asked for.
 */
export async function questionsFor(
  documents: DocumentReader,
  eachKind: number,
  seed = 1,
): Promise<BenchQuestion[]> {
  const chance = chanceFrom(seed)
  const languages = [...groupedByLanguage(await sampleOf(documents, chance)).values()]
    .filter((stories) => stories.length >= 5)
    .map(vocabularyOf)
  return kinds.flatMap(([kind, make]) =>
    Array.from({ length: eachKind }, (_, turn) => {
      const words = languages[turn % languages.length]
      if (words === undefined) throw new Error('There are too few stories to make questions of')
      const other = chance.oneOf(languages)
      const made = make({ words, other, turn: Math.floor(turn / languages.length), chance })
      const asked = typeof made === 'string' ? { typed: made } : made
      return { kind, filters: noFilters, suggest: kind.startsWith('suggest'), ...asked }
    }),
  )
}

interface Making {
  readonly words: Vocabulary
  /** Of any language. */
  readonly other: Vocabulary
  /** 0 the first time that this language has its turn in a kind, then 1 … */
  readonly turn: number
  readonly chance: Chance
}

type Made = string | { readonly typed: string; readonly filters: Filters }

const kinds: readonly (readonly [string, (making: Making) => Made])[] = [
  ['a rare word', ({ words, chance }) => chance.oneOf(words.rare)],
  ['a middling word', ({ words, chance }) => chance.oneOf(words.middling)],
  ['one of the commonest words', ({ words, turn }) => words.common[turn % 10] ?? ''],
  [
    'the two commonest words',
    ({ words, turn }) => `${words.common[turn] ?? ''} ${words.common[turn + 1] ?? ''}`,
  ],
  [
    'a common and a rare word',
    ({ words, chance }) => `${chance.oneOf(words.common)} ${chance.oneOf(words.rare)}`,
  ],
  [
    'two middling words',
    ({ words, chance }) => `${chance.oneOf(words.middling)} ${chance.oneOf(words.middling)}`,
  ],
  [
    'words of two languages',
    ({ words, other, chance }) => `${chance.oneOf(words.middling)} ${chance.oneOf(other.common)}`,
  ],
  ['three words of a headline', ({ words, chance }) => headlineWords(words, chance, 3)],
  ['a phrase of a lead', ({ words, chance }) => `"${phraseOf(words, chance, 3)}"`],
  [
    'a phrase of the two commonest words',
    ({ words, turn }) => `"${words.common[turn] ?? ''} ${words.common[turn + 1] ?? ''}"`,
  ],
  ['a whole sentence', ({ words, chance }) => phraseOf(words, chance, 10)],
  [
    'a common word without another',
    ({ words, turn }) => `${words.common[turn] ?? ''} -${words.common[turn + 1] ?? ''}`,
  ],
  [
    'a rare word without a common one',
    ({ words, chance }) => `${chance.oneOf(words.rare)} -${chance.oneOf(words.common)}`,
  ],
  [
    'a byline, a section, a publication',
    ({ words, chance, turn }) => {
      const { bylines, section, publicationTitle } = chance.oneOf(words.stories)
      const [byline = section] = bylines
      return [`by:"${byline}"`, `section:"${section}"`, `publication:"${publicationTitle}"`][
        turn % 3
      ] as string
    },
  ],
  ['a common word, filtered', filtered(({ words, chance }) => chance.oneOf(words.common))],
  ['a middling word, filtered', filtered(({ words, chance }) => chance.oneOf(words.middling))],
  ['filters alone', filtered(() => '')],
  [
    'a common word of one month',
    ({ words, chance }) => {
      const { date } = chance.oneOf(words.stories)
      const month = date.toPlainYearMonth()
      return `${chance.oneOf(words.common)} from:${month} to:${month}`
    },
  ],
  [
    'a rare word since a day',
    ({ words, chance }) => `${chance.oneOf(words.rare)} from:${chance.oneOf(words.stories).date}`,
  ],
  ['a misspelt word', ({ words, chance }) => misspelt(chance.oneOf(words.middling), chance)],
  ['suggest: one letter', ({ words, chance }) => start(headlineWords(words, chance, 1), 1)],
  ['suggest: three letters', ({ words, chance }) => start(headlineWords(words, chance, 1), 3)],
  [
    'suggest: a word and five letters',
    ({ words, chance }) => {
      const said = headlineWords(words, chance, 2)
      return start(said, said.indexOf(' ') + 6)
    },
  ],
]

export const kindsOfQuestion: readonly string[] = kinds.map(([kind]) => kind)

/** A question with the filters of a story that is there: one of them, then two, then three. */
function filtered(typed: (making: Making) => string): (making: Making) => Made {
  return (making) => {
    const { language, kind, publicationId, topic, door } = making.chance.oneOf(making.words.stories)
    const filters: Filters[] = [
      { ...noFilters, languages: [baseLanguage(language)] },
      { ...noFilters, kinds: [kind], doors: [door] },
      { ...noFilters, publications: [publicationId] },
      { ...noFilters, topics: topic === null ? [] : [topic], lengths: ['short'] },
    ]
    const chosen = topic === null ? filters.slice(0, 3) : filters
    return { typed: typed(making), filters: making.chance.oneOf(chosen) }
  }
}

function groupedByLanguage(stories: readonly SearchDocument[]) {
  return Map.groupBy(stories, ({ language }) => baseLanguage(language))
}

const looks = 150
const storiesEachLook = 20

/** Stories of many moments of the stand. */
async function sampleOf(documents: DocumentReader, chance: Chance): Promise<SearchDocument[]> {
  const [oldest] = await documents.after(null, 1)
  if (oldest === undefined) return []
  const first = oldest.publishedAt.epochMilliseconds
  const span = Temporal.Now.instant().epochMilliseconds - first
  const found = new Map<string, SearchDocument>()
  for (let look = 0; look < looks; look += 1) {
    const publishedAt = Temporal.Instant.fromEpochMilliseconds(
      first + Math.floor(span * chance.share()),
    )
    for (const story of await documents.after({ publishedAt, storyId: '' }, storiesEachLook))
      found.set(story.storyId, story)
  }
  return [...found.values()]
}
