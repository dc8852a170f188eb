import { digestOf } from '#ground/digest'
import type { NarrationEngine } from './engine.ts'
import type { SpokenBlock } from './spoken-block.ts'
import type { Voice } from './voice.ts'

/** The day the marks are found otherwise, sounds made before are made anew. */
const marksVersion = 1

/**
 * Names a sound by all that it is made from, so that what did not change is never made again: the
 * SHA-256 of a JSON array.
 * @param encoder the encoder's id, which holds its version and bit rate
 */
export function soundKey(
  engine: Pick<NarrationEngine, 'id' | 'version'>,
  voice: Pick<Voice, 'id'>,
  encoder: string,
  { spoken, text, language, pause }: SpokenBlock,
): string {
  const made = [engine.id, engine.version, voice.id, encoder, marksVersion]
  return digestOf(JSON.stringify([...made, language, spoken, text, pause]))
}
