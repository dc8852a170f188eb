import { type Block, plainTextOf, type StoryCard } from '#catalogue'
import { baseLanguage } from '#ground/language'
import {
  type Choice,
  foldedWord,
  type QuestionPart,
  type SearchDocument,
  type SearchIndex,
  termOf,
  wordsOf,
} from '#search'
import { publications } from './stand-publications.fixture.ts'
import type { Told } from './stories.fixture.ts'

/** What an index is given of a story, without the rest. */
export function documentOf(
  told: Told,
  card: StoryCard,
  { lead }: { readonly lead: readonly Block[] },
): PlainDocument {
  const publication = publications.find(({ slug }) => slug === told.publication)
  const { id, section, headline, standfirst, language, door, minutes, topic } = card
  return {
    storyId: id,
    publicationId: publication?.id ?? '',
    publicationTitle: publication?.title ?? '',
    kind: publication?.kind ?? 'newspaper',
    ...{ section, headline, standfirst, language, door, minutes, topic },
    bylines: told.bylines ?? [],
    lead: lead.map(plainTextOf).join(' '),
    date: card.editionDate,
  }
}

/** What this index knows of a story: everything but its rest. */
export type PlainDocument = Omit<SearchDocument, 'rest' | 'publishedAt'>

/** An index in memory that finds whole words of public text, the newest first. */
export function plainIndex(documents: () => readonly PlainDocument[]): SearchIndex {
  const has = (document: PlainDocument, { words, within }: QuestionPart): boolean => {
    const { language } = document
    const { headline, standfirst, lead, section, publicationTitle } = document
    const byline = document.bylines.join(' ')
    const everywhere = [headline, standfirst, lead, section, publicationTitle, byline].join(' ')
    const places = { headline, byline, section, publication: publicationTitle }
    const text = within === null ? everywhere : places[within]
    const terms = (of: readonly string[]) => of.map((word) => foldedWord(termOf(word, language)))
    return ` ${terms(wordsOf(text)).join(' ')} `.includes(` ${terms(words).join(' ')} `)
  }
  const is = <Value>(values: readonly Value[], value: Value) =>
    values.length === 0 || values.includes(value)
  return {
    search: async ({ question: { parts, filters }, skip, most }) => {
      const asked = documents().filter(
        (one) =>
          is(filters.languages, baseLanguage(one.language)) &&
          is(filters.kinds, one.kind) &&
          is(filters.publications, one.publicationId) &&
          is(filters.doors, one.door) &&
          (one.topic === null ? filters.topics.length === 0 : is(filters.topics, one.topic)),
      )
      const found = asked.filter((one) => parts.every((part) => has(one, part) !== part.excluded))
      const loose =
        found.length > 0 ? [] : asked.filter((one) => parts.some((part) => has(one, part)))
      const hits = found.length > 0 ? found : loose
      const counted = (values: readonly (string | null)[]): readonly Choice[] =>
        [
          ...Map.groupBy(
            values.filter((value) => value !== null),
            (value) => value,
          ),
        ]
          .map(([value, all]) => ({ value, count: all.length }))
          .sort((one, other) => other.count - one.count)
      return {
        hits: hits.slice(skip, skip + most).map(({ storyId }) => storyId),
        count: hits.length,
        atLeast: false,
        facets: {
          languages: counted(found.map(({ language }) => baseLanguage(language))),
          kinds: counted(found.map(({ kind }) => kind)),
          publications: counted(found.map(({ publicationId }) => publicationId)),
          topics: counted(found.map(({ topic }) => topic)),
          doors: counted(found.map(({ door }) => door)),
          lengths: [],
        },
        meant: parts.some(({ words }) => words.includes('fery')) ? 'ferry' : null,
        loose: loose.length > 0,
        narrow: false,
      }
    },
    suggest: async (text, most) => {
      const [first = ''] = wordsOf(text).map(foldedWord)
      const begins = ({ headline }: PlainDocument) =>
        wordsOf(headline).some((word) => foldedWord(word).startsWith(first))
      const found = first === '' ? [] : documents().filter(begins)
      return found.slice(0, most).map(({ storyId }) => storyId)
    },
    state: async () => ({ state: 'ready' }),
  }
}
