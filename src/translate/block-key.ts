import { textOf } from '#catalogue'
import { digestOf } from '#ground/digest'
import type { Pair, TranslationEngine } from './engine.ts'
import { type Names, namesIn } from './glossary.ts'

/** Changes when we ask engines in another way or read their answers in another. */
const recipe = 1

/**
 * Names the translation of a block by all that it is made from, and nothing else: of a glossary only
 * the entries that occur in it.
 */
export function blockKey(
  segments: readonly string[],
  engine: Pick<TranslationEngine, 'id' | 'version'>,
  { from, to }: Pick<Pair, 'from' | 'to'>,
  names: Names,
): string {
  const said = namesIn(segments.map(textOf).join('\n'), names)
  return digestOf(JSON.stringify([recipe, engine.id, engine.version, from, to, said, segments]))
}
