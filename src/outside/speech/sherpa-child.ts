/**
 * The program of the process that speaks with one voice of the folder; see `folder-voice.ts`. It is
 * told the module to speak with, which need not be there.
 */
import type { SpokenSentence, WantedSentence } from './folder-voice.ts'

type Sherpa = typeof import('sherpa-onnx-node')
type Speaker = Awaited<ReturnType<Sherpa['OfflineTts']['createAsync']>>

const [, , name = ''] = process.argv
let speaker: Speaker | null = null

process.on('message', async (wanted: WantedSentence) => {
  process.send?.(await speak(wanted))
})

async function speak(wanted: WantedSentence): Promise<SpokenSentence> {
  const sherpa = await load()
  if (sherpa === null) return { failure: 'absent' }
  try {
    speaker ??= await sherpa.OfflineTts.createAsync({
      model: { ...wanted.model, numThreads: wanted.threads, provider: 'cpu' },
      maxNumSentences: 1,
    })
    const { text, speaker: sid } = wanted
    const { samples, sampleRate } = await speaker.generateAsync({
      text,
      sid,
      speed: 1,
      // Memory of the engine's own cannot be sent to another process.
      enableExternalBuffer: false,
    })
    return { pcm: numbers(samples), sampleRate }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { failure: speaker === null ? 'model' : 'speech', why }
  }
}

/** A CommonJS module: what it exports is its default. */
async function load(): Promise<Sherpa | null> {
  try {
    const module: Sherpa & { default?: Sherpa } = await import(name)
    return module.default ?? module
  } catch {
    return null
  }
}

function numbers(samples: Float32Array): Int16Array {
  return Int16Array.from(samples, (sample) => Math.max(-1, Math.min(1, sample)) * 32_767)
}

// Whoever asked has gone, however he went.
process.on('disconnect', () => process.exit())
// A terminal sends Ctrl-C to all of its processes: this one ends with whoever asked.
process.on('SIGINT', () => {}).on('SIGTERM', () => {})
