import { Worker } from 'node:worker_threads'
import type { EncodedSound, SoundEncoder } from '#narrate'
import { mp3Length } from './mp3-frames.ts'

/** The rates that MP3 has (ISO 11172-3, 13818-3, and "2.5"). */
const rates = [8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000] as const
export type Mp3Rate = (typeof rates)[number]

const bitrate = 48

/** What the thread is told. Several sounds may be under way, each with a number. */
export type EncoderWork = { readonly job: number } & (
  | { readonly kind: 'begin'; readonly sampleRate: Mp3Rate; readonly bitrate: typeof bitrate }
  | { readonly kind: 'add'; readonly pcm: Int16Array<ArrayBuffer> }
  | { readonly kind: 'end' | 'drop' }
)

export interface EncoderAnswer {
  readonly bytes?: Uint8Array<ArrayBuffer>
  readonly failure?: string
}

export interface OpenEncoder extends SoundEncoder, AsyncDisposable {}

/**
 * MP3 by LAME in WebAssembly, 48 kbit/s, in a thread of its own. Sounds are made side by side;
 * every sound is a file by itself that borrows nothing from the one before it.
 */
export function openMp3Encoder(): OpenEncoder {
  const thread = openThread()
  let jobs = 0
  return {
    id: `lame-wasm-0.7.0/${bitrate}`,
    async encode(pieces, sampleRate, signal) {
      const known = rates.find((rate) => rate === sampleRate)
      if (known === undefined) throw new RangeError(`MP3 knows no ${sampleRate} samples a second`)
      jobs += 1
      const job = jobs
      let last = thread.ask({ job, kind: 'begin', sampleRate: known, bitrate })
      try {
        for await (const pcm of pieces) {
          signal.throwIfAborted()
          await last
          // Not waited for: the next piece is made while this one is encoded.
          // It gets a copy of its own: a piece may be the view of something much larger.
          last = thread.ask({ job, kind: 'add', pcm: pcm.slice() })
        }
        signal.throwIfAborted()
        await last
        return soundOf((await thread.ask({ job, kind: 'end' })).bytes)
      } catch (error) {
        thread.ask({ job, kind: 'drop' })
        throw error
      }
    },
    [Symbol.asyncDispose]: thread.end,
  }
}

function soundOf(bytes: Uint8Array | undefined): EncodedSound {
  const length = bytes === undefined ? null : mp3Length(bytes)
  if (bytes === undefined || length === null) throw new Error('The encoder gave no whole MP3')
  return { bytes, ...length }
}

/** Megabytes: what it makes is gone a moment later, and a thread would else keep room for much more. */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 }

/** Starts when it is first asked, and again after a crash; idle, it does not keep the program alive. */
function openThread() {
  let running: Worker | null = null
  let asked = 0
  const waiting = new Map<number, PromiseWithResolvers<EncoderAnswer>>()

  const start = (): Worker => {
    const worker = new Worker(new URL('./mp3-worker.ts', import.meta.url), { resourceLimits })
    const ended = (error: unknown) => {
      if (running !== worker) return
      running = null
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    worker.on('message', ({ id, answer }: { id: number; answer: EncoderAnswer }) => {
      const asker = waiting.get(id)
      waiting.delete(id)
      if (waiting.size === 0) worker.unref()
      if (answer.failure === undefined) asker?.resolve(answer)
      else asker?.reject(new Error(`The encoder failed: ${answer.failure}`))
    })
    worker.on('error', ended).on('exit', () => ended(new Error('The encoder ended')))
    return worker
  }

  return {
    ask(work: EncoderWork): Promise<EncoderAnswer> {
      running ??= start()
      running.ref()
      asked += 1
      const answer = Promise.withResolvers<EncoderAnswer>()
      // It may fail while nobody waits for it yet.
      answer.promise.catch(() => {})
      waiting.set(asked, answer)
      running.postMessage({ id: asked, work }, work.kind === 'add' ? [work.pcm.buffer] : [])
      return answer.promise
    },
    async end(): Promise<void> {
      await running?.terminate()
    },
  }
}
