import { digestOf } from '#ground/digest'
import type { SoundEncoder } from './encoder.ts'
import { type Mark, type PcmPiece, SpeechError } from './engine.ts'
import type { EngineRoom } from './engine-room.ts'
import type { SoundFiles } from './narrator.ts'
import type { Sound } from './sound.ts'
import type { SpokenBlock } from './spoken-block.ts'
import type { Voice } from './voice.ts'

export interface MakeNeeds {
  readonly encoder: SoundEncoder
  readonly files: SoundFiles
}

export interface WantedSound {
  readonly key: string
  readonly spoken: SpokenBlock
  readonly voice: Voice
  readonly room: EngineRoom
}

/**
 * Has a block spoken and encoded, the pause after it included, piece by piece: it is never in memory
 * as samples. Its bytes are durable when this returns.
 */
export async function makeSound(
  { encoder, files }: MakeNeeds,
  { key, spoken, voice, room }: WantedSound,
  signal: AbortSignal,
): Promise<Sound> {
  const { bytes, marks, ...lengths } = await room.use(async () => {
    const marks: Mark[] = []
    const pieces = room.engine.narrate(spoken, voice, signal)[Symbol.asyncIterator]()
    try {
      const first = await pieces.next()
      if (first.done) throw new SpeechError('bad-output', `${voice.id} gave no sound`)
      const pcm = withPause(first.value, pieces, marks, spoken.pause)
      return { ...(await encoder.encode(pcm, first.value.sampleRate, signal)), marks }
    } finally {
      // Also when the encoder never asked for any of it: others wait for the engine.
      await pieces.return?.()
    }
  }, signal)
  signal.throwIfAborted()
  const blob = `${digestOf(bytes)}.mp3`
  await files.put(blob, bytes)
  return { key, blob, bytes: bytes.byteLength, ...lengths, marks }
}

async function* withPause(
  first: PcmPiece,
  more: AsyncIterator<PcmPiece>,
  marks: Mark[],
  pause: number,
): AsyncGenerator<Int16Array, void, undefined> {
  const { sampleRate } = first
  let samples = 0
  for (let next: PcmPiece | null = first; next !== null; ) {
    if (next.sampleRate !== sampleRate) throw new SpeechError('bad-output', 'The rate changed')
    for (const mark of next.marks) marks.push(mark)
    samples += next.pcm.length
    if (next.pcm.length > 0) yield next.pcm
    const { done, value } = await more.next()
    next = done ? null : value
  }
  if (samples === 0) throw new SpeechError('bad-output', 'It gave no sound')
  yield new Int16Array(Math.round(pause * sampleRate))
}
