import { beginsAs, isUnspaced, type Question, termOf, wordPlacesIn } from '#search'

/** Where in a text something stands that was asked for. */
export interface Mark {
  readonly from: number
  readonly to: number
  /** Which part of the question this is. */
  readonly part: number
}

export type Place = 'headline' | 'byline' | 'text'

/** More would tell nobody anything, and a text that holds nothing but one word holds many. */
const mostMarks = 200

interface Where {
  /** Of the text. */
  readonly language: string
  readonly place: Place
}

/** The words of a question in a text, in their order and as far as they are asked for; a longer mark wins. */
export type Marker = (text: string, where: Where) => Iterable<Mark>

/** Made once for all texts that an answer shows: they are the same few words again and again. */
export function markerOf({ parts }: Pick<Question, 'parts'>): Marker {
  const known = new Map<string, readonly Sought[]>()
  return (text, { language, place }) => {
    const key = `${place} ${language}`
    const sought = known.get(key) ?? soughtIn(parts, { language, place })
    known.set(key, sought)
    return sought.length === 0 ? [] : marksIn(text, sought)
  }
}

/** The parts of a question that can stand in this place of a story. */
export const partsFor = ({ parts }: Pick<Question, 'parts'>, place: Place): readonly number[] =>
  parts.flatMap(({ excluded, within }, part) =>
    excluded || (within !== null && within !== place) ? [] : [part],
  )

interface Sought {
  readonly part: number
  /** Whether the first of its words may be this one: quickly, and never wrongly no. */
  readonly mayBegin: (word: string) => boolean
  /** One for each of its words. */
  readonly tests: readonly Test[]
}

function soughtIn(parts: Question['parts'], { language, place }: Where): readonly Sought[] {
  return partsFor({ parts }, place).map((part) => {
    const words = parts[part]?.words ?? []
    const terms = words.map((word) => new Set(formsOf(word, language)))
    const [first = ''] = words
    return {
      part,
      mayBegin: isUnspaced(first) ? isUnspaced : beginsAs(terms[0] ?? [], language),
      tests: words.map((word, at) => testOf(word, terms[at] ?? new Set(), language)),
    }
  })
}

function* marksIn(text: string, sought: readonly Sought[]): Generator<Mark> {
  const wordAt = oneByOne(wordPlacesIn(text))
  let [end, count] = [0, 0]
  for (let at = 0; count < mostMarks; at += 1) {
    const word = wordAt(at)
    if (word === null) return
    // Nothing begins at most words of a text.
    if (!sought.some(({ mayBegin }) => mayBegin(word[0]))) continue
    const here = sought.flatMap((one) => markFrom(one, at, wordAt) ?? [])
    for (const mark of here.sort((a, b) => a.from - b.from || b.to - a.to)) {
      if (mark.from < end) continue
      yield mark
      end = mark.to
      count += 1
    }
  }
}

type Word = Readonly<{ 0: string; index: number }>
type WordAt = (at: number) => Word | null

/** What is asked for by its number, from the first on. */
function oneByOne(words: Iterator<Word>): WordAt {
  const known: Word[] = []
  return (at) => {
    while (known.length <= at) {
      const next = words.next()
      if (next.done === true) return null
      known.push(next.value)
    }
    return known[at] ?? null
  }
}

/** The mark of a part of which the first word stands there. */
function markFrom({ part, tests, mayBegin }: Sought, at: number, wordAt: WordAt): Mark | null {
  const first = wordAt(at)
  if (first === null || !mayBegin(first[0])) return null
  let [from, to] = [0, 0]
  for (const [index, test] of tests.entries()) {
    const word = wordAt(at + index)
    const found = word && test(word[0])
    if (!word || !found) return null
    if (index === 0) from = word.index + found.from
    to = word.index + found.to
  }
  return { from, to, part }
}

/** As it is typed, and as the index knows it in the language of the text. */
const formsOf = (word: string, language: string) =>
  [noLanguage, language].map((one) => termOf(word, one))

/** In which a word is its own stem. */
const noLanguage = ''

type Test = (word: string) => { readonly from: number; readonly to: number } | null

/** Whether a word of the text is one that was asked for, as the index would find it. */
function testOf(wanted: string, terms: ReadonlySet<string>, language: string): Test {
  if (isUnspaced(wanted)) {
    return (word) => {
      const from = word.indexOf(wanted)
      return from < 0 ? null : { from, to: from + wanted.length }
    }
  }
  const asTyped = termOf(wanted, noLanguage)
  const is = onceEach(
    (word) => terms.has(termOf(word, language)) || termOf(word, noLanguage) === asTyped,
  )
  return (word) => (is(word) ? { from: 0, to: word.length } : null)
}

/** The words of texts are the same few again and again. */
function onceEach(test: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const answer = test(word)
    known.set(word, answer)
    return answer
  }
}

export const partsIn = (marks: readonly Mark[]): ReadonlySet<number> =>
  new Set(marks.map(({ part }) => part))
