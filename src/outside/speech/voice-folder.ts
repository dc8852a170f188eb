import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '#ground/digest'

/** A voice that the operator put into the folder, ready to be loaded. */
export interface FolderVoice {
  /** The name of its folder. */
  readonly name: string
  readonly title: string
  readonly language: string
  readonly licence: string
  readonly attribution: string
  /** What sherpa-onnx is told, with whole paths. */
  readonly model: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Which speaker of the model. */
  readonly speaker: number
  readonly sampleRate: number | null
  /** Changes when any of its files does. */
  readonly version: string
}

export interface RefusedVoice {
  readonly name: string
  readonly why: string
  readonly mend: string
}

export interface VoiceFolder {
  readonly voices: readonly FolderVoice[]
  readonly refused: readonly RefusedVoice[]
}

/** All voices in a folder of folders, each with a `voice.json`, and why others cannot be used. */
export async function readVoiceFolder(folder: string): Promise<VoiceFolder> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries
    .filter((entry) => !entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
  const read = await Promise.all(names.map((name) => readVoice(join(folder, name), name)))
  return {
    voices: read.filter((one) => 'version' in one),
    refused: read.filter((one) => 'why' in one),
  }
}

async function readVoice(at: string, name: string): Promise<FolderVoice | RefusedVoice> {
  const refused = (why: string, mend: string): RefusedVoice => ({ name, why, mend })
  if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(name)) {
    return refused('its folder has no simple name', 'Rename it: a-z, 0-9 and - only.')
  }
  const text = await readFile(join(at, 'voice.json'), 'utf8').catch(() => null)
  if (text === null) return refused('it has no voice.json', 'See "Voices" in the README.')
  const { filesOf, readVoiceCard } = await import('./voice-card.ts')
  const card = readVoiceCard(text)
  if ('faults' in card) {
    const mend = 'Mend voice.json; a voice without its licence is not used.'
    return refused(`its voice.json cannot be used (${card.faults})`, mend)
  }
  const files = filesOf(card).map(([file, path]) => [file, join(at, path)] as const)
  const facts = await Promise.all(files.map(([, path]) => stat(path).catch(() => null)))
  const missing = files.filter((_, index) => facts[index] === null).map(([file]) => file)
  if (missing.length > 0) {
    const why = `its files are not there: ${missing.join(', ')}`
    return refused(why, 'Put them where voice.json says.')
  }
  const marks = facts.map((fact) => [fact?.size, Math.round(fact?.mtimeMs ?? 0)])
  return {
    name,
    title: card.name,
    language: card.lang,
    licence: card.licence,
    attribution: card.attribution,
    model: { [card.engine]: Object.fromEntries(files) },
    speaker: card.speaker,
    sampleRate: card.sampleRate ?? null,
    version: digestOf(JSON.stringify([text, marks])).slice(0, 16),
  }
}
