import { hasSameNumbers, isOddLength } from '#translate'

/**
 * Whether a model's words may be a translation of these at all: the same placeholders, the same
 * numbers, a length that can be. What it was told to do instead, by a story that speaks to models,
 * rarely is.
 */
export function isFaithful(original: string, translated: string): boolean {
  const [words, others] = [original, translated].map(withoutTags)
  return (
    tagsIn(original) === tagsIn(translated) &&
    hasSameNumbers(words ?? '', others ?? '') &&
    !isOddLength(words ?? '', others ?? '')
  )
}

const tag = /<\/?x\d{1,9} ?\/?>/g

const tagsIn = (text: string) => (text.match(tag) ?? []).sort().join('')
const withoutTags = (text: string) => text.replace(tag, '')
