import type { Pair, Segment } from './engine.ts'
import type { EngineDesk } from './engine-desk.ts'
import { type Names, namesIn } from './glossary.ts'

/** How a group of pieces is translated. */
export interface Making {
  readonly desk: Pick<EngineDesk, 'engine' | 'ask'>
  readonly pair: Pair
  readonly names: Names
  readonly context: string
  readonly signal: AbortSignal
}

/** In calls that the engine takes, all of them at once: the desk lets through what it may. */
export async function askAll<One extends { readonly id: string }>(
  { desk, pair, names, context, signal }: Making,
  ones: readonly One[],
  contentOf: (one: One) => string,
): Promise<ReadonlyMap<string, string>> {
  const segments = ones.map((one): Segment => ({ id: one.id, content: contentOf(one) }))
  const { from, to } = pair
  const calls = batched(segments, desk.engine).map((batch) => {
    const said = namesIn(batch.map(({ content }) => content).join('\n'), names)
    const glossary = new Map(said.map(([name, as]) => [name, name === as ? null : as] as const))
    return desk.ask({ from, to, segments: batch, glossary, context, signal })
  })
  const ended = await Promise.allSettled(calls)
  const answers = ended.flatMap((end) => (end.status === 'fulfilled' ? end.value : []))
  const failure = ended.find((end) => end.status === 'rejected')
  if (failure !== undefined && answers.length === 0) throw failure.reason
  const wanted = new Set(segments.map(({ id }) => id))
  return new Map(answers.filter(({ id }) => wanted.has(id)).map(({ id, content }) => [id, content]))
}

/** In their order, each batch as large as the engine takes. */
export function batched<One extends { readonly content: string }>(
  segments: readonly One[],
  { maxCharacters, maxSegments }: { maxCharacters: number; maxSegments: number },
): readonly (readonly One[])[] {
  const batches: One[][] = []
  let characters = 0
  for (const segment of segments) {
    const { length } = segment.content
    const last = batches.at(-1)
    if (last && last.length < maxSegments && characters + length <= maxCharacters) {
      last.push(segment)
      characters += length
    } else {
      batches.push([segment])
      characters = length
    }
  }
  return batches
}
