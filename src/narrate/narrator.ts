import { LRUCache } from 'lru-cache'
import type { Clock } from '#ground/clock'
import { isSameLanguage } from '#translate'
import type { SoundEncoder } from './encoder.ts'
import type { NarrationEngine } from './engine.ts'
import { type EngineRoom, openEngineRoom } from './engine-room.ts'
import { guessOf } from './guess.ts'
import { openMakings } from './makings.ts'
import type { Announcements, HeardText, Narrator, PlannedBlock } from './narration.ts'
import { scriptOf } from './script/script-of.ts'
import type { Lexicons, Sound, SoundBook, StoryRevision } from './sound.ts'
import { soundKey } from './sound-key.ts'
import type { SpokenBlock } from './spoken-block.ts'
import type { Voice } from './voice.ts'

export interface NarratorNeeds {
  /** In the operator's order: the best first. */
  readonly engines: readonly NarrationEngine[]
  readonly encoder: SoundEncoder
  readonly sounds: Pick<SoundBook, 'of' | 'keep' | 'claim'>
  readonly files: SoundFiles
  readonly lexicons: Pick<Lexicons, 'of'>
  /** Null in a language that the stand does not speak. */
  readonly announcementsIn: (language: string) => Announcements | null
  readonly clock: Clock
  readonly report: (error: unknown, where: string) => void
}

/** Where the MP3s are kept, by name. */
export interface SoundFiles {
  put(name: string, bytes: Uint8Array): Promise<void>
  has(name: string): Promise<boolean>
  read(name: string): Promise<Uint8Array | null>
}

export interface OpenNarrator extends Narrator {
  /** The keys of everything that may be kept of this text, whoever spoke it. */
  keysOf(text: HeardText): Promise<readonly string[]>
}

/** Pairs of story and sound that are known to be written down. */
const mostClaims = 50_000

/** Joins script, engines, encoder and what was made before: see `Narrator`. */
export async function openNarrator(needs: NarratorNeeds): Promise<OpenNarrator> {
  const { encoder, sounds, files, lexicons, clock, report } = needs
  const rooms = await openRooms(needs)
  const makings = openMakings({ encoder, files, sounds, now: clock })
  const claimed = new LRUCache<string, true>({ max: mostClaims })

  const scriptFor = async (text: HeardText): Promise<readonly SpokenBlock[]> => {
    const lexicon = await lexicons.of(text.publicationId, text.language)
    return scriptOf(text, needs.announcementsIn(text.language), lexicon)
  }
  const keyOf = ({ engine }: EngineRoom, voice: Voice, block: SpokenBlock) =>
    soundKey(engine, voice, encoder.id, block)

  /** What agency copy has in common was made for one story, and belongs to all that have it. */
  const claim = async (made: readonly Sound[], { storyId, revision }: StoryRevision) => {
    const nameOf = ({ key }: Sound) => `${storyId} ${revision} ${key}`
    const fresh = made.filter((sound) => !claimed.has(nameOf(sound)))
    if (fresh.length === 0) return
    try {
      const keys = fresh.map(({ key }) => key)
      await sounds.claim([...new Set(keys)], { storyId, revision })
      for (const sound of fresh) claimed.set(nameOf(sound), true)
    } catch (error) {
      // They can be heard all the same.
      report(error, 'writing down which sounds a story has')
    }
  }

  return {
    voices: (language, mayLeave) => choicesOf(rooms, language, mayLeave).map(({ voice }) => voice),

    async plan(text, wanted) {
      const able = choicesOf(rooms, text.language, text.mayLeave)
      const anybody = choicesOf(rooms, text.language, true)
      if (able.length === 0) return anybody.length === 0 ? 'no-voice' : 'forbidden'
      const awake = able.filter(({ room }) => !room.isResting())
      const choices = awake.length === 0 ? able : awake
      const choice = choices.find(({ voice }) => voice.id === wanted) ?? choices[0]
      if (choice === undefined) return 'no-voice'
      const { room, voice } = choice
      const script = await scriptFor(text)
      const keys = script.map((block) => keyOf(room, voice, block))
      const made = await sounds.of([...new Set(keys)])
      await claim([...made.values()], text)
      const blocks = script.map((spoken, index): PlannedBlock => {
        const key = keys[index] ?? ''
        return { spoken, key, guess: guessOf(spoken), sound: made.get(key) ?? null }
      })
      return { voice, part: text.part, blocks }
    },

    async sound({ storyId, revision }, { key, spoken, sound }, voice, options) {
      if (sound !== null) return sound
      const room = rooms.find(({ engine }) => engine.id === voice.engine)
      if (room === undefined) throw new RangeError(`No engine here has the voice "${voice.id}"`)
      return makings.take({ storyId, revision }, { key, spoken, voice, room }, options)
    },

    bytes: ({ blob }) => files.read(blob),

    async keysOf(text) {
      const script = await scriptFor(text)
      return choicesOf(rooms, text.language, true).flatMap(({ room, voice }) =>
        script.map((block) => keyOf(room, voice, block)),
      )
    },
  }
}

/** An engine that cannot even say which voices it has is left out, and said so. */
async function openRooms({ engines, clock, report }: NarratorNeeds): Promise<EngineRoom[]> {
  const rooms = engines.map(async (engine) => {
    try {
      return [await openEngineRoom(engine, clock)]
    } catch (error) {
      report(error, `asking ${engine.id} for its voices`)
      return []
    }
  })
  return (await Promise.all(rooms)).flat()
}

interface Choice {
  readonly room: EngineRoom
  readonly voice: Voice
}

/** Who can speak a language: engine by engine, those of the very country first. */
function choicesOf(
  rooms: readonly EngineRoom[],
  language: string,
  mayLeave: boolean,
): readonly Choice[] {
  return rooms
    .filter(({ engine }) => engine.sendsTextTo === null || mayLeave)
    .flatMap((room) => {
      const able = room.voices.filter((voice) => isSameLanguage(voice.language, language))
      const [native, others] = [
        able.filter((voice) => voice.language === language),
        able.filter((voice) => voice.language !== language),
      ]
      return [...native, ...others].map((voice) => ({ room, voice }))
    })
}
