import { foldedWord, isUnspaced, type SearchDocument, wordsOf } from '#search'

/** Only words that everyone may see can be meant: a mended question never tells of a rest. */
export function spelledIn({ headline, standfirst, bylines }: SearchDocument): ReadonlySet<string> {
  const words = wordsOf([headline, standfirst, ...bylines].join(' '))
  const spelled = words.filter(
    (word) => word.length > 2 && !isUnspaced(word) && !/^\p{N}/u.test(word),
  )
  return new Set(spelled.map(foldedWord))
}
