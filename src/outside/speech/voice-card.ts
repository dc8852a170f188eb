import { isAbsolute, normalize } from 'node:path'
import { z } from 'zod'
import { languageTag } from '#ground/language'

/** The files of each kind of model, as sherpa-onnx calls them. */
const kinds = {
  vits: ['model', 'tokens', 'lexicon', 'dataDir'],
  kokoro: ['model', 'tokens', 'voices', 'lexicon', 'dataDir'],
  kitten: ['model', 'tokens', 'voices', 'dataDir'],
  matcha: ['acousticModel', 'vocoder', 'tokens', 'lexicon', 'dataDir'],
} as const

export type ModelKind = keyof typeof kinds

const file = z.string().min(1).refine(staysInside, 'must be a file of its own folder')
const line = z.string().trim().min(1)
const language = z.string().transform((given, about) => {
  const tag = languageTag(given)
  if (tag !== null) return tag
  about.addIssue('must be a language tag such as en or nl')
  return z.NEVER
})

const card = z.strictObject({
  engine: z
    .enum(['vits', 'piper', 'kokoro', 'kitten', 'matcha'])
    // Piper's voices are VITS models.
    .transform((name): ModelKind => (name === 'piper' ? 'vits' : name)),
  lang: language,
  name: line,
  model: file,
  tokens: file.optional(),
  voices: file.optional(),
  vocoder: file.optional(),
  lexicon: file.optional(),
  dataDir: file.optional(),
  speaker: z.int().min(0).default(0),
  sampleRate: z.int().min(8_000).max(48_000).optional(),
  licence: line,
  attribution: line,
})

export type VoiceCard = z.output<typeof card>

/** What a `voice.json` says, or everything that is wrong with it in one line. */
export function readVoiceCard(text: string): VoiceCard | { readonly faults: string } {
  const read = card.safeParse(jsonOr(text))
  if (read.success) return read.data
  const faults = read.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'it'}: ${message}`,
  )
  return { faults: faults.join('; ') }
}

/** The files that a model is loaded from, by sherpa-onnx's names for them; relative to its folder. */
export function filesOf(given: VoiceCard): readonly (readonly [name: string, file: string])[] {
  const { model, tokens, voices, vocoder, lexicon, dataDir } = given
  const said = { model, acousticModel: model, tokens, voices, vocoder, lexicon, dataDir }
  return kinds[given.engine].flatMap((name) => {
    const path = said[name]
    return path === undefined ? [] : [[name, path] as const]
  })
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function staysInside(path: string): boolean {
  return !isAbsolute(path) && !normalize(path).startsWith('..')
}
