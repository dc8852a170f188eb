import { type Block, plainTextOf } from '#catalogue'
import { alignBlocks, type QualityFlag, type Translation } from '#translate'

/** Blocks that say the same in two languages; either side may be empty. */
export interface ShownRow {
  readonly shown: readonly Block[]
  /** None where it would say the very same: a picture without words, a rule. */
  readonly original: readonly Block[]
  /** What may be wrong with a machine's words. */
  readonly flags: readonly QualityFlag[]
}

export function rowsOfMachine({ blocks }: Pick<Translation, 'blocks'>): readonly ShownRow[] {
  return blocks.map(({ block, original, flags }) => ({
    shown: [block],
    original: says(block) === says(original) ? [] : [original],
    flags,
  }))
}

export function rowsOfPerson(
  original: readonly Block[],
  translated: readonly Block[],
): readonly ShownRow[] {
  return alignBlocks(original, translated).map((row) => ({
    shown: row.translated,
    original: row.original.filter(
      (block) => hasWords(block) && row.translated.every((one) => says(one) !== says(block)),
    ),
    flags: [],
  }))
}

const says = (block: Block) => (block.kind === 'picture' ? block.caption : plainTextOf(block))
const hasWords = (block: Block) => says(block).trim() !== ''
