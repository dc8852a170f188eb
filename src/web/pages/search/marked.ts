import { foldedWord, isUnspaced, type Question, termOf, wordPlacesIn } from '#search'

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
  /** Of the stand: the index looks for a word in the forms of each. */
  readonly languages: readonly string[]
  readonly place: Place
}

/** The words of a question in a text, in their order; a longer mark wins. */
export function marksIn(
  text: string,
  { parts }: Pick<Question, 'parts'>,
  { language, languages, place }: Where,
): readonly Mark[] {
  const words = wordPlacesIn(text)
  const marks: Mark[] = []
  for (const [part, { words: wanted, excluded, within }] of parts.entries()) {
    if (excluded || (within !== null && within !== place)) continue
    const tests = wanted.map((word) => onceEach(testOf(word, language, languages)))
    const [begins] = tests
    for (let at = 0; at + tests.length <= words.length && marks.length < mostMarks; at += 1) {
      const first = begins?.(words[at]?.word ?? '')
      // Nothing begins at most words of a text.
      if (!first) continue
      const found = tests.map((test, index) => test(words[at + index]?.word ?? ''))
      const last = found.at(-1)
      if (!last || found.includes(null)) continue
      const from = (words[at]?.at ?? 0) + first.from
      const to = (words[at + tests.length - 1]?.at ?? 0) + last.to
      marks.push({ from, to, part })
    }
  }
  return apart(marks)
}

type Test = (word: string) => { readonly from: number; readonly to: number } | null

/** The words of a text are the same few again and again. */
function onceEach(test: Test): Test {
  const known = new Map<string, ReturnType<Test>>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const answer = test(word)
    known.set(word, answer)
    return answer
  }
}

/** Whether a word of the text is one that was asked for, as the index would find it. */
function testOf(wanted: string, language: string, languages: readonly string[]): Test {
  if (isUnspaced(wanted)) {
    return (word) => {
      const from = word.indexOf(wanted)
      return from < 0 ? null : { from, to: from + wanted.length }
    }
  }
  const folded = foldedWord(wanted)
  const terms = new Set([folded, ...languages.map((one) => termOf(wanted, one))])
  return (word) =>
    terms.has(termOf(word, language)) || foldedWord(word) === folded
      ? { from: 0, to: word.length }
      : null
}

function apart(marks: readonly Mark[]): readonly Mark[] {
  const sorted = marks.toSorted((a, b) => a.from - b.from || b.to - a.to)
  const kept: Mark[] = []
  for (const mark of sorted) if (mark.from >= (kept.at(-1)?.to ?? 0)) kept.push(mark)
  return kept
}

export const partsIn = (marks: readonly Mark[]): ReadonlySet<number> =>
  new Set(marks.map(({ part }) => part))
