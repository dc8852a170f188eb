import { join } from 'node:path'
import type { Clock } from '#ground/clock'
import {
  type Lexicons,
  type NarrationEngine,
  type OpenNarrator,
  openNarrator,
  type SoundEncoder,
  type Voice,
} from '#narrate'
import {
  openDiskBlobs,
  openEspeak,
  openFolderVoice,
  openMp3Encoder,
  openSpeechServer,
  type PassingBlobs,
  type RefusedVoice,
  readVoiceFolder,
  unusableEspeakVoices,
} from '#outside'
import { type Database, lexicons, soundBook } from '#storage'
import { announcementsIn } from '#web'
import type { Config } from '../config.ts'
import type { Check } from './check.ts'

export interface StandNarration extends AsyncDisposable {
  /** The operator's own first: voices of the folder, the server, then those that came with Kiosk. */
  readonly engines: readonly NarrationEngine[]
  readonly encoder: SoundEncoder
  readonly sounds: PassingBlobs
  /** How publications say names. */
  readonly lexicons: Lexicons
  /** Joins them; opened once, when it is first asked for, since engines are asked for voices. */
  readonly narrator: (report: Report) => Promise<OpenNarrator>
  /** Tries every engine, which may take as long as loading its model. */
  readonly checks: () => Promise<readonly Check[]>
  /** Starts what is slow to start, so that the first listener does not wait for it. */
  readonly warm: () => void
}

type Report = (error: unknown, where: string) => void

/** Whatever speaks on this stand, and where its sounds are kept. */
export async function assembleNarration(
  { folder, speech }: Pick<Config, 'folder' | 'speech'>,
  database: Database,
  clock: Clock,
): Promise<StandNarration> {
  await using opened = new AsyncDisposableStack()
  const sounds = await openDiskBlobs(join(folder, 'sounds'))
  const found = await readVoiceFolder(join(folder, 'voices'))
  const own = found.voices.map((voice) => opened.use(openFolderVoice(voice)))
  const espeak = opened.use(openEspeak())
  const servers = speech === null ? [] : [await openSpeechServer(speech)]
  const engines = [...own, ...servers, espeak]
  const encoder = opened.use(openMp3Encoder())

  const names = lexicons(database)
  const open = (report: Report) =>
    openNarrator({
      engines,
      encoder,
      sounds: soundBook(database),
      files: sounds,
      lexicons: names,
      announcementsIn,
      clock,
      report,
    })
  let narrator: Promise<OpenNarrator> | null = null

  const kept = opened.move()
  return {
    engines,
    encoder,
    sounds,
    lexicons: names,
    narrator: (report) => {
      narrator ??= open(report)
      return narrator
    },
    warm: () => espeak.warm(),
    checks: async () => [
      ...(await Promise.all(engines.map(checkOf))),
      ...found.refused.map(refusal),
    ],
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

async function checkOf(engine: NarrationEngine): Promise<Check> {
  const [probe, voices] = await Promise.all([engine.probe(), engine.voices()])
  const { id: name, sendsTextTo } = engine
  const left = name === 'espeak' ? leftOut() : []
  return { tool: 'Listen', name, probe, sendsTextTo, offers: [...offersOf(voices), ...left] }
}

function refusal({ name, why, mend }: RefusedVoice): Check {
  const probe = { ok: false, why, mend } as const
  return { tool: 'Listen', name: `folder/${name}`, probe, sendsTextTo: null, offers: [] }
}

/** Languages with voices that have names a line each, the others together. */
function offersOf(voices: readonly Voice[]): readonly string[] {
  const byLanguage = Map.groupBy(voices, ({ language }) => language)
  const named = [...byLanguage].filter(([, all]) => all.some(({ name }) => name !== ''))
  const plain = [...byLanguage.keys()].filter(
    (language) => !named.some(([one]) => one === language),
  )
  const lines = named.map(([language, all]) => {
    const names = all.map(({ name }) => name).filter((name) => name !== '')
    const more = names.length > 3 ? ', …' : ''
    return `${language}: ${all.length} (${names.slice(0, 3).join(', ')}${more})`
  })
  return [...lines, ...(plain.length === 0 ? [] : [`one each: ${plain.join(' ')}`])]
}

function leftOut(): readonly string[] {
  const because = Map.groupBy(Object.entries(unusableEspeakVoices), ([, why]) => why)
  return [...because].map(([why, voices]) => {
    return `left out: ${voices.map(([name]) => name.replace(/^.*\//, '')).join(' ')} (${why})`
  })
}
