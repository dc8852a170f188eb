import {
  foldedWord,
  isUnspaced,
  pairsOf,
  type SearchDocument,
  termOf,
  termsOf,
  wordsOf,
} from '#search'

/** A question whose best answer is known: the story that it was made of. */
export interface KnownQuestion {
  readonly rule: string
  readonly typed: string
  readonly story: string
  readonly language: string
}

/**
 * Questions by rule, the same for the same corpus. The words of a story are sorted by how few
 * stories have them, where everyone may read: its first ones are what somebody would remember it by.
 */
export function knownQuestions(stories: readonly SearchDocument[]): KnownQuestion[] {
  const corpus = rarityOf(stories)
  return stories.flatMap((story) => {
    const words = wordsToAskBy(story, corpus)
    const asked = rules.flatMap(([rule, make]) => {
      const typed = make({ story, words, corpus })
      return typed === null ? [] : [{ rule, typed, story: story.storyId, language: story.language }]
    })
    return asked
  })
}

interface Making {
  readonly story: SearchDocument
  readonly words: AskedBy
  readonly corpus: Corpus
}

interface AskedBy {
  /** The rarest first. */
  readonly headline: readonly string[]
  readonly opening: readonly string[]
}

interface Corpus {
  /** In how many stories a term stands where everyone may read. */
  readonly count: (term: string) => number
  /** Other words with this term, as somebody has written them. */
  readonly forms: (term: string) => readonly string[]
}

const rules: readonly (readonly [string, (making: Making) => string | null])[] = [
  [
    'the two rarest words of the headline, the last one first',
    ({ words: { headline } }) => joined(headline.slice(0, 2).toReversed(), 2),
  ],
  [
    'two of the headline and one of the opening, the rarest',
    ({ words: { headline, opening } }) =>
      joined([...headline.slice(0, 2), ...opening.slice(0, 1)], 3),
  ],
  ['the two rarest words of the opening', ({ words }) => joined(words.opening.slice(0, 2), 2)],
  [
    'a headline word in another form, and another word',
    ({ story, words, corpus }) => {
      const [other, form] = inAnotherForm(story, words.headline, corpus)
      const more = words.headline.find((word) => word !== other)
      return form === undefined || more === undefined ? null : `${form} ${more}`
    },
  ],
  [
    'in small letters and without accents',
    ({ words: { headline } }) => joined(headline.slice(0, 3).map(foldedWord), 2),
  ],
  [
    'a sentence in which a reader asks',
    ({ story, words: { headline } }) => {
      const template = sentences[story.language]
      const [one, two] = headline
      if (template === undefined || one === undefined || two === undefined) return null
      return template.replace('1', one).replace('2', two)
    },
  ],
  [
    'commoner words of the headline',
    ({ words: { headline } }) => (headline.length < 5 ? null : joined(headline.slice(2, 5), 3)),
  ],
]

/** Words around those that say something: most stories have none of them, or not all. */
const sentences: Readonly<Record<string, string>> = {
  ar: 'ماذا حدث في 1 مع 2 أمس',
  de: 'was ist mit 1 und 2 passiert',
  en: 'what happened with 1 and 2 yesterday',
  es: 'qué pasó con 1 y 2 ayer',
  fr: "qu'est-il arrivé à 1 avec 2 hier",
  ja: '1 2 とは何ですか',
  nl: 'wat gebeurde er gisteren met 1 en 2',
  zh: '1 2 发生了什么',
}

const joined = (words: readonly string[], least: number): string | null =>
  words.length < least ? null : words.join(' ')

function wordsToAskBy(story: SearchDocument, corpus: Corpus): AskedBy {
  const [opening = ''] = story.lead.split('\n').filter((line) => line.length > 100)
  const byRarity = (text: string, but: ReadonlySet<string> = new Set()) => {
    const rarity = (word: string) =>
      Math.min(...termsOf(word, story.language).map((term) => corpus.count(term)))
    const different = new Map(askable(text).map((word) => [foldedWord(word), word]))
    return [...different]
      .filter(([folded]) => !but.has(folded))
      .map(([, word]) => ({ word, rarity: rarity(word) }))
      .sort((one, other) => one.rarity - other.rarity || other.word.length - one.word.length)
      .map(({ word }) => word)
  }
  const headline = byRarity(story.headline)
  const known = new Set(headline.map(foldedWord))
  return { headline, opening: byRarity(opening || story.lead, known) }
}

/** Words as a reader would type them: where none are parted, some signs in a row. */
function askable(text: string): string[] {
  return wordsOf(text).flatMap((word) => {
    if (!isUnspaced(word)) return word.length > 2 && !/^\p{N}+$/u.test(word) ? [word] : []
    return pairsOf(word).filter((pair) => /^\p{Script=Han}{2}|^\p{Script=Katakana}{2}/u.test(pair))
  })
}

/** The first of these words that somebody has written in another form, and that form. */
function inAnotherForm(
  { language }: SearchDocument,
  words: readonly string[],
  { forms }: Corpus,
): readonly [string, string] | readonly [] {
  for (const word of words) {
    if (isUnspaced(word)) continue
    const form = forms(termOf(word, language)).find((other) => other !== word.toLowerCase())
    if (form !== undefined) return [word, form]
  }
  return []
}

function rarityOf(stories: readonly SearchDocument[]): Corpus {
  const counts = new Map<string, number>()
  const forms = new Map<string, Set<string>>()
  for (const { headline, lead, language } of stories) {
    const text = `${headline} ${lead}`
    for (const term of new Set(termsOf(text, language)))
      counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const word of askable(text)) {
      const term = termOf(word, language)
      const known = forms.get(term) ?? new Set()
      forms.set(term, known.add(word.toLowerCase()))
    }
  }
  return {
    count: (term) => counts.get(term) ?? 0,
    forms: (term) => [...(forms.get(term) ?? [])].toSorted(),
  }
}
