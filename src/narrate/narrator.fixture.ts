import type { Block } from '#catalogue'
import { leadIn, type SoundEncoder } from './encoder.ts'
import { type NarrationEngine, SpeechError } from './engine.ts'
import type { HeardText } from './narration.ts'
import type { NarratorNeeds, SoundFiles } from './narrator.ts'
import type { Sound } from './sound.ts'
import type { Voice } from './voice.ts'

export const noon = Temporal.Instant.from('2031-04-02T12:00:00Z')

export const paragraph = (id: string, html: string): Block => ({ id, kind: 'paragraph', html })

export const tide: HeardText = {
  storyId: 'story',
  revision: 1,
  publicationId: 'tide',
  language: 'en',
  part: 'whole',
  headline: 'Low water',
  standfirst: '',
  bylines: [],
  date: Temporal.PlainDate.from('2031-04-02'),
  corrections: [],
  foreword: '',
  blocks: [paragraph('b1', 'The tide went out.'), paragraph('b2', 'The boats lay down.')],
  mayLeave: false,
}

export const voiceOf = (id: string, language = id.split('/')[1] ?? ''): Voice => ({
  id,
  engine: id.split('/')[0] ?? '',
  language,
  name: '',
  kind: 'formant',
  marks: 'word',
})

const sampleRate = 1_000

/** Speaks a sample a letter, when it is let. */
export function slowEngine(id: string, languages: readonly string[], sendsTextTo?: string) {
  const spoken: string[] = []
  const held: { text: string; go: () => void; fail: (error: Error) => void }[] = []
  const state = { holds: false, speaking: 0, refusal: null as SpeechError | null }
  const engine: NarrationEngine = {
    id,
    version: '1',
    sendsTextTo: sendsTextTo ?? null,
    concurrency: 1,
    probe: async () => ({ ok: true }),
    voices: async () => languages.map((language) => voiceOf(`${id}/${language}`)),
    async *narrate({ spoken: text }, _, signal) {
      state.speaking += 1
      try {
        spoken.push(text)
        if (state.refusal !== null) throw state.refusal
        if (state.holds) {
          const { promise, resolve, reject } = Promise.withResolvers<void>()
          held.push({ text, go: resolve, fail: reject })
          signal.addEventListener('abort', () => reject(signal.reason))
          await promise
        }
        const mark = { start: 0, end: 3, from: 0, to: 0.1, level: 'word' } as const
        yield { sampleRate, pcm: new Int16Array(text.length), marks: [mark] }
        yield { sampleRate, pcm: new Int16Array(0), marks: [] }
      } finally {
        state.speaking -= 1
      }
    },
  }
  const refuse = (fault: ConstructorParameters<typeof SpeechError>[0] | null) => {
    state.refusal = fault && new SpeechError(fault, `It is ${fault}`)
  }
  return { engine, spoken, held, state, refuse }
}

/** Writes down how many samples it was given. */
export const countingEncoder: SoundEncoder = {
  id: 'count-1',
  async encode(pieces, rate) {
    let samples = leadIn
    for await (const piece of pieces) samples += piece.length
    const bytes = new TextEncoder().encode(`${samples} samples ${Math.random()}`)
    return { bytes, samples, sampleRate: rate }
  },
}

/** Sounds in memory, and the order of what became durable. */
export function memorySounds() {
  const files = new Map<string, Uint8Array>()
  const book = new Map<string, Sound>()
  const steps: string[] = []
  const claims: string[] = []
  const kept: SoundFiles = {
    async put(name, bytes) {
      steps.push('put')
      files.set(name, bytes)
    },
    has: async (name) => files.has(name),
    read: async (name) => files.get(name) ?? null,
  }
  const sounds: NarratorNeeds['sounds'] = {
    of: async (keys) =>
      new Map(keys.flatMap((key) => (book.has(key) ? [[key, book.get(key) as Sound]] : []))),
    async keep(sound, of) {
      steps.push('keep')
      book.set(sound.key, sound)
      claims.push(`${of.storyId} ${sound.key}`)
    },
    async claim(keys, of) {
      for (const key of keys) claims.push(`${of.storyId} ${key}`)
    },
  }
  return { files, kept, sounds, steps, claims }
}
