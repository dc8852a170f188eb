import type { Mark, NarrationEngine, SpokenBlock, Voice } from '#narrate'

/** A block that is spoken as it is written. */
export function blockSaying(text: string, language = 'en'): SpokenBlock {
  const map: number[] = []
  let at = 0
  for (const letter of text) {
    map.push(at)
    at += letter.length
  }
  return { blockId: 'b1', language, text, spoken: text, map: Uint32Array.from(map), pause: 0 }
}

export interface Heard {
  readonly pcm: Int16Array
  readonly sampleRate: number
  readonly marks: readonly Mark[]
}

/** All pieces of a block in one. */
export async function hear(
  engine: Pick<NarrationEngine, 'narrate'>,
  block: SpokenBlock,
  voice: Voice,
  signal: AbortSignal = AbortSignal.timeout(60_000),
): Promise<Heard> {
  const samples: number[] = []
  const marks: Mark[] = []
  let rate = 0
  for await (const piece of engine.narrate(block, voice, signal)) {
    for (const sample of piece.pcm) samples.push(sample)
    marks.push(...piece.marks)
    rate = piece.sampleRate
  }
  return { pcm: Int16Array.from(samples), sampleRate: rate, marks }
}

/** The words that marks point at. */
export const marked = ({ text }: SpokenBlock, marks: readonly Mark[]): readonly string[] =>
  marks.map(({ start, end }) => text.slice(start, end))
