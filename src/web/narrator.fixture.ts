import { plainTextOf } from '#catalogue'
import {
  type HeardText,
  leadIn,
  type Narration,
  type Narrator,
  type PlannedBlock,
  type Sound,
  type Voice,
} from '#narrate'

const sampleRate = 22_050

export const voices: readonly Voice[] = [
  { id: 'loud/en', language: 'en', name: '' },
  { id: 'soft/en', language: 'en', name: 'Soft' },
  { id: 'loud/nl', language: 'nl', name: '' },
  { id: 'loud/ar', language: 'ar', name: '' },
].map((one) => ({ ...one, engine: one.id.split('/')[0] ?? '', kind: 'formant', marks: 'word' }))

/** Speaks in letters: the bytes of a sound are the very words, so that a leak can be read. */
export function plainNarrator() {
  const made = new Map<string, { sound: Sound; bytes: Uint8Array }>()
  const asked: string[] = []
  let refusal: Error | null = null
  const narrator: Narrator = {
    voices: (language) => voices.filter((voice) => voice.language === language.split('-')[0]),
    async plan(text, wanted): Promise<Narration | 'no-voice'> {
      const able = narrator.voices(text.language, text.mayLeave)
      const voice = able.find(({ id }) => id === wanted) ?? able[0]
      if (voice === undefined) return 'no-voice'
      const blocks = spokenOf(text).map(([blockId, words]): PlannedBlock => {
        const key = `${voice.id} ${words}`
        const map = Uint32Array.from(words, (_, index) => index)
        const spoken = { blockId, language: text.language, text: words, spoken: words, map }
        const sound = made.get(key)?.sound ?? null
        return { spoken: { ...spoken, pause: 0.5 }, key, guess: words.length / 15, sound }
      })
      return { voice, part: text.part, blocks }
    },
    async sound(_, { key, spoken }, __, { signal }) {
      signal.throwIfAborted()
      if (refusal !== null) throw refusal
      asked.push(spoken.blockId)
      const bytes = new TextEncoder().encode(`${spoken.spoken}\n`)
      const samples = leadIn + spoken.spoken.length * 1_000
      const marks = marksOf(spoken.text)
      const sound = { key, blob: key, bytes: bytes.length, samples, sampleRate, marks }
      made.set(key, { sound, bytes })
      return sound
    },
    bytes: async ({ key }) => made.get(key)?.bytes ?? null,
  }
  return {
    narrator,
    /** The blocks that were made, in order. */
    asked,
    refuse: (error: Error | null) => {
      refusal = error
    },
  }
}

const spokenOf = ({ headline, standfirst, blocks }: HeardText) =>
  [
    ['headline', headline] as const,
    ['standfirst', standfirst] as const,
    ...blocks.map((block) => [block.id, plainTextOf(block)] as const),
  ].filter(([, words]) => words !== '')

const marksOf = (text: string): Sound['marks'] =>
  [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => {
    const end = index + word.length
    const at = (offset: number) => (offset * 1_000) / sampleRate
    return { start: index, end, from: at(index), to: at(end), level: 'word' as const }
  })
