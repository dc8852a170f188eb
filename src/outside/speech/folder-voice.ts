import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { orAborted } from '#ground/or-aborted'
import {
  type NarrationEngine,
  type PcmPiece,
  SpeechError,
  type SpokenBlock,
  type Voice,
} from '#narrate'
import { type KeptProcess, openAskedProcess } from '../asked-process.ts'
import { openLine } from './line.ts'
import { type SpokenSentenceSound, sentenceBySentence } from './sentence-by-sentence.ts'
import type { FolderVoice } from './voice-folder.ts'

/** What is sent to the process of a voice. */
export interface WantedSentence {
  readonly model: FolderVoice['model']
  readonly threads: number
  readonly speaker: number
  readonly text: string
}

export type SpokenSentence =
  | { readonly pcm: Int16Array; readonly sampleRate: number }
  | { readonly failure: 'absent' | 'model' | 'speech'; readonly why?: string }

export interface FolderEngine extends NarrationEngine, Disposable {}

export interface FolderOptions {
  /** What speaks; tests bring a stand-in. */
  readonly module?: string
  /** Milliseconds that a sentence may take, and the first one to load the model as well. */
  readonly patience?: number
}

const program = fileURLToPath(new URL('./sherpa-child.ts', import.meta.url))
const most = 1_000

/**
 * A neural voice from the operator's folder, through sherpa-onnx, in a process of its own that ends
 * when nobody listens: a model may take a gigabyte. An engine of one voice, for each has a version.
 */
export function openFolderVoice(voice: FolderVoice, options: FolderOptions = {}): FolderEngine {
  const { module = 'sherpa-onnx-node', patience = 60_000 } = options
  const id = `folder/${voice.name}`
  const child = openAskedProcess<WantedSentence, SpokenSentence>({
    program,
    given: [module],
    patience,
    idleness: 120_000,
  })
  const line = openLine()
  const { model, speaker, title, language, licence, attribution } = voice
  const ask = (text: string, signal: AbortSignal) =>
    orAborted(speak(child, voice, { model, speaker, threads: threads(), text }), signal)

  async function* narrate(
    block: SpokenBlock,
    _: Voice,
    signal: AbortSignal,
  ): AsyncGenerator<PcmPiece> {
    using _turn = await line.enter(signal)
    yield* sentenceBySentence(block, most, (text) => ask(text, signal))
  }

  return {
    id,
    version: voice.version,
    sendsTextTo: null,
    concurrency: 2,
    narrate,
    voices: async () => [
      {
        id,
        engine: id,
        language,
        name: title,
        kind: 'neural',
        marks: 'sentence',
        licence,
        attribution,
      },
    ],
    async probe() {
      try {
        await ask('1.', AbortSignal.timeout(patience))
        return { ok: true }
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        return { ok: false, why, mend: mendFor(why) }
      }
    },
    [Symbol.dispose]: child.end,
  }
}

/** One processor is left to the readers of pages. */
const threads = () => Math.max(1, Math.min(4, availableParallelism() - 1))

const absent = 'sherpa-onnx-node is not installed here'

function mendFor(why: string): string {
  return why.startsWith(absent)
    ? 'Run `npm install --include=optional`; it has programs for Linux, macOS and Windows.'
    : 'See what the log says of its model, and compare voice.json with the files beside it.'
}

async function speak(
  child: KeptProcess<WantedSentence, SpokenSentence>,
  { name, sampleRate }: FolderVoice,
  wanted: WantedSentence,
): Promise<SpokenSentenceSound> {
  const answer = await child.ask(wanted)
  if (answer === null) throw new SpeechError('down', `The voice ${name} crashed or took too long`)
  if ('failure' in answer) {
    const { failure, why = '' } = answer
    if (failure === 'absent') throw new SpeechError('down', absent)
    if (failure === 'model')
      throw new SpeechError('down', `The voice ${name} cannot be loaded: ${why}`)
    throw new SpeechError('bad-output', `The voice ${name} could not speak a sentence`)
  }
  if (sampleRate !== null && answer.sampleRate !== sampleRate) {
    const what = `${answer.sampleRate} samples a second, not the ${sampleRate} of its voice.json`
    throw new SpeechError('bad-output', `The voice ${name} gives ${what}`)
  }
  return { ...answer, words: null }
}
