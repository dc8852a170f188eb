import { textOf } from '#catalogue'
import { type Names, namesIn, timesIn } from './glossary.ts'
import { hasSameNumbers } from './numbers-in.ts'
import type { QualityFlag } from './translation.ts'
import { weightOf } from './weight.ts'

/** How much longer or shorter a translation may be than its original. */
const shortest = 0.5
const longest = 2.2
/** Characters by which short lines may differ whatever the share. */
const slack = 20
/** As many words may be the same in two languages that are near to each other. */
const alikeWords = 4

/**
 * What may be wrong with the words of a segment.
 * @param original clean inline HTML, as is `translated`
 */
export function flagsOf(
  original: string,
  translated: string,
  { names, lostMarks }: { readonly names: Names; readonly lostMarks: boolean },
): readonly QualityFlag[] {
  const [source, target] = [textOf(original), textOf(translated)]
  const flags: QualityFlag[] = []
  if (!hasSameNumbers(source, target)) flags.push('numbers-differ')
  if (losesName(source, target, names)) flags.push('name-lost')
  // What follows the text when marks were lost is the original's, and no measure of its length.
  if (!lostMarks && isOddLength(source, target)) flags.push('length-odd')
  if (isUntranslated(source, target)) flags.push('untranslated')
  if (lostMarks) flags.push('markup-lost')
  return flags
}

function losesName(source: string, target: string, names: Names): boolean {
  return namesIn(source, names).some(
    // With an ending of its case it is still there.
    ([name, wanted]) => target.split(wanted).length - 1 < timesIn(source, name),
  )
}

/** Whether the one cannot well be a translation of the other, by how much each says. */
export function isOddLength(source: string, target: string): boolean {
  const [from, to] = [weightOf(source), weightOf(target)]
  const share = to / Math.max(from, 1)
  return (share < shortest || share > longest) && Math.abs(from - to) > slack
}

function isUntranslated(source: string, target: string): boolean {
  const words = source.match(/\p{L}+/gu)?.length ?? 0
  return words > alikeWords && folded(source) === folded(target)
}

const folded = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()
