/** The thread that encodes; see `mp3-encoder.ts`. */
import { parentPort } from 'node:worker_threads'
import { createMp3Encoder } from 'wasm-media-encoders'
import type { EncoderAnswer, EncoderWork } from './mp3-encoder.ts'

type Encoder = Awaited<ReturnType<typeof createMp3Encoder>>

interface Job {
  readonly encoder: Encoder
  readonly made: Uint8Array[]
}

const jobs = new Map<number, Promise<Job>>()
/** They are used again: each has a megabyte and more. */
const idle: Encoder[] = []

parentPort?.on('message', async ({ id, work }: { id: number; work: EncoderWork }) => {
  const answer = await take(work)
  parentPort?.postMessage({ id, answer }, answer.bytes === undefined ? [] : [answer.bytes.buffer])
})

async function take(work: EncoderWork): Promise<EncoderAnswer> {
  try {
    return await taken(work)
  } catch (error) {
    jobs.delete(work.job)
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}

async function taken(work: EncoderWork): Promise<EncoderAnswer> {
  if (work.kind === 'begin') jobs.set(work.job, begin(work))
  const job = await jobs.get(work.job)
  if (job === undefined) return { failure: 'It has not begun.' }
  const { encoder, made } = job
  // What the encoder gives is its own memory: it is copied before the next call.
  if (work.kind === 'add') {
    for (const samples of inFloats(work.pcm)) made.push(encoder.encode([samples]).slice())
  }
  if (work.kind === 'begin' || work.kind === 'add') return {}
  jobs.delete(work.job)
  idle.push(encoder)
  if (work.kind === 'drop') return {}
  made.push(encoder.finalize().slice())
  return { bytes: new Uint8Array(Buffer.concat(made)) }
}

async function begin({ sampleRate, bitrate }: EncoderWork & { kind: 'begin' }): Promise<Job> {
  const encoder = idle.pop() ?? (await createMp3Encoder())
  encoder.configure({ sampleRate, channels: 1, bitrate, outputSampleRate: sampleRate })
  return { encoder, made: [] }
}

/** Half a second at a time: the encoder keeps as much memory as it was ever given at once. */
function* inFloats(pcm: Int16Array): Generator<Float32Array> {
  const samples = new Float32Array(11_025)
  for (let from = 0; from < pcm.length; from += samples.length) {
    const piece = pcm.subarray(from, from + samples.length)
    for (const [at, value] of piece.entries()) samples[at] = value / 32_768
    yield samples.subarray(0, piece.length)
  }
}
