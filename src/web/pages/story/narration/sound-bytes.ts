import type { Narration, Narrator, PlannedBlock, Sound } from '#narrate'
import type { ByteRange } from './byte-range.ts'

interface Asking {
  readonly narrator: Narrator
  readonly heard: Parameters<Narrator['sound']>[0]
  readonly narration: Pick<Narration, 'voice'>
  readonly signal: AbortSignal
}

interface Asked extends Asking {
  readonly blocks: readonly PlannedBlock[]
  /** The sounds of these blocks. */
  readonly made: readonly Sound[]
}

/** These bytes of the sounds put behind each other, sound by sound. */
export async function* bytesBetween(
  asked: Asked,
  { first, last }: ByteRange,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  let at = 0
  for (const [index, sound] of asked.made.entries()) {
    const end = at + sound.bytes
    if (end > first && at <= last) {
      const block = asked.blocks[index]
      if (block === undefined) throw new RangeError('A sound without a block')
      const bytes = await bytesOf(asked, sound, block)
      yield new Uint8Array(bytes.subarray(Math.max(0, first - at), last + 1 - at))
    }
    at = end
  }
}

/** What was lost is made again: by its key it is the same, byte for byte as long. */
export async function bytesOf(
  { narrator, heard, narration, signal }: Asking,
  sound: Sound,
  block: PlannedBlock,
): Promise<Uint8Array> {
  const kept = await narrator.bytes(sound)
  if (kept !== null) return kept
  const again = await narrator.sound(heard, { ...block, sound: null }, narration.voice, {
    isUrgent: () => true,
    signal,
  })
  const bytes = await narrator.bytes(again)
  if (bytes?.byteLength !== sound.bytes) throw new Error('A lost sound came back another')
  return bytes
}
