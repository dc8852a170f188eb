import { fileURLToPath } from 'node:url'
import { orAborted } from '#ground/or-aborted'
import {
  marksFrom,
  type NarrationEngine,
  type PcmPiece,
  SpeechError,
  type SpeechEvent,
  type SpokenBlock,
  type Voice,
} from '#narrate'
import { type KeptProcess, openAskedProcess } from '../asked-process.ts'
import { espeakVoices } from './espeak-voices.ts'
import { openLine } from './line.ts'
import { partsOf } from './spoken-parts.ts'
import { ssmlOf } from './ssml.ts'

/** What is sent to the process that speaks. */
export interface WantedSpeech {
  readonly identifier: string
  /** Words a minute. */
  readonly rate: number
  readonly ssml: string
}

/** What it answers: sound, and when each word is heard; or what is wrong with the question. */
export type SpokenPart =
  | {
      readonly pcm: Int16Array
      /** Code points of the SSML, from 0; seconds. */
      readonly words: readonly SpeechEvent[]
    }
  | { readonly failure: string }

/** An engine on this machine that is quicker when it has been started before it is needed. */
export interface WarmEngine extends NarrationEngine, Disposable {
  /** Starts it if it does not run; it ends by itself when nobody needs it. */
  warm(): void
}

const ourProgram = fileURLToPath(new URL('./espeak-child.ts', import.meta.url))

const sampleRate = 22_050
const rate = 175
/** As long as the engine itself pauses between two sentences of one text. */
const pause = Math.round(0.3 * sampleRate)
/** Letters: some 25 seconds of sound, spoken in a tenth of a second. */
const [partLength, mostLetters] = [400, 1_200]
const minutes = 60_000

/**
 * espeak-ng in WebAssembly, in a process of its own: it works without a pause once it has begun, it
 * keeps what it was told last, and it may be killed. A block is spoken in parts, so the process holds
 * no more than one of them.
 */
export function openEspeak({ program = ourProgram, patience = 20_000 } = {}): WarmEngine {
  const child = openAskedProcess<WantedSpeech, SpokenPart>({
    program,
    patience,
    idleness: 5 * minutes,
  })
  const line = openLine()

  async function* narrate(
    block: SpokenBlock,
    voice: Voice,
    signal: AbortSignal,
  ): AsyncGenerator<PcmPiece> {
    const identifier = espeakVoices.find(({ id }) => id === voice.id)?.identifier
    if (identifier === undefined) {
      throw new SpeechError('language', `espeak-ng has no voice "${voice.id}"`)
    }
    using _ = await line.enter(signal)
    const events: SpeechEvent[] = []
    let samples = 0
    for (const { text, codePoint } of partsOf(block, partLength, mostLetters)) {
      const { ssml, from } = ssmlOf(text)
      const { pcm, words } = await orAborted(speak(child, { identifier, rate, ssml }), signal)
      const before = samples === 0 ? 0 : pause
      for (const word of words) {
        const within = from[word.codePoint]
        if (within === undefined) continue
        const at = (samples + before) / sampleRate + word.at
        events.push({ codePoint: codePoint + within, at })
      }
      if (before > 0) yield { sampleRate, pcm: new Int16Array(before), marks: [] }
      yield { sampleRate, pcm, marks: [] }
      samples += before + pcm.length
    }
    const marks = marksFrom(block, events, samples / sampleRate)
    // Where there is nothing to say, a moment of silence says it.
    yield { sampleRate, pcm: new Int16Array(samples === 0 ? 1 : 0), marks }
  }

  return {
    id: 'espeak',
    version: '1.52-0.3.5-1',
    sendsTextTo: null,
    // One block is spoken while the one before it is encoded.
    concurrency: 2,
    narrate,
    voices: async () => espeakVoices,
    async probe() {
      try {
        await speak(child, { identifier: 'gmw/en', rate, ssml: 'one' })
        return { ok: true }
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        return { ok: false, why, mend: 'Run `npm install` again.' }
      }
    },
    warm: child.warm,
    [Symbol.dispose]: child.end,
  }
}

async function speak(
  child: KeptProcess<WantedSpeech, SpokenPart>,
  wanted: WantedSpeech,
): Promise<Exclude<SpokenPart, { failure: string }>> {
  const answer = await child.ask(wanted)
  if (answer === null) {
    child.warm()
    throw new SpeechError('down', 'The process that speaks crashed or took too long')
  }
  if ('failure' in answer) throw new SpeechError('language', answer.failure)
  return answer
}
