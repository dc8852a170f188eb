import {
  type NarrationEngine,
  type NarratorNeeds,
  openNarrator,
  type Sound,
  type SoundBook,
} from '#narrate'
import { openEspeak, openMp3Encoder } from '#outside'
import { announcementsIn } from '#web'

/** The narrator that comes with Kiosk: espeak, its MP3s kept in memory. */
export async function openSpokenStand(engines: readonly NarrationEngine[] = []) {
  await using opened = new AsyncDisposableStack()
  const espeak = opened.use(openEspeak())
  const encoder = opened.use(openMp3Encoder())
  const files = new Map<string, Uint8Array>()
  const reported: unknown[] = []
  const needs: NarratorNeeds = {
    engines: engines.length === 0 ? [espeak] : engines,
    encoder,
    sounds: soundsInMemory(),
    files: {
      put: async (name, bytes) => void files.set(name, bytes),
      has: async (name) => files.has(name),
      read: async (name) => files.get(name) ?? null,
    },
    lexicons: { of: async () => new Map() },
    announcementsIn,
    clock: () => Temporal.Now.instant(),
    report: (error) => void reported.push(error),
  }
  const narrator = await openNarrator(needs)
  const kept = opened.move()
  return { narrator, reported, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

function soundsInMemory(): SoundBook {
  const kept = new Map<string, Sound>()
  return {
    of: async (keys) => new Map([...kept].filter(([key]) => keys.includes(key))),
    keep: async (sound) => void kept.set(sound.key, sound),
    claim: async () => {},
    stale: async () => [],
    release: async () => [],
    known: async () => new Set(),
  }
}
