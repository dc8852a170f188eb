/** The program of the process that speaks; see `espeak.ts`. */
import load from '@echogarden/espeak-ng-emscripten'
import type { SpokenPart, WantedSpeech } from './espeak.ts'

const starting = load().then(({ eSpeakNGWorker }) => new eSpeakNGWorker())

process.on('message', async (wanted: WantedSpeech) => {
  process.send?.(await speak(wanted))
})

async function speak({ identifier, rate, ssml }: WantedSpeech): Promise<SpokenPart> {
  const worker = await starting
  // Whoever spoke last left his voice and rate.
  if (worker.set_voice(identifier) !== 0) return { failure: `It has no voice "${identifier}".` }
  worker.set_rate(rate)
  const pieces: Int16Array[] = []
  const words: { codePoint: number; at: number }[] = []
  worker.synthesize(ssml, (samples, events) => {
    pieces.push(samples)
    for (const { type, text_position, audio_position } of events) {
      if (type === 'word') words.push({ codePoint: text_position - 1, at: audio_position / 1_000 })
    }
    return false
  })
  return { pcm: joined(pieces), words }
}

function joined(pieces: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

// Whoever asked has gone, however he went.
process.on('disconnect', () => process.exit())
// A terminal sends Ctrl-C to all of its processes: this one ends with whoever asked.
process.on('SIGINT', () => {}).on('SIGTERM', () => {})
