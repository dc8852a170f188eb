import { orAborted } from '#ground/or-aborted'
import { type MakeNeeds, makeSound, type WantedSound } from './make-sound.ts'
import type { Sound, SoundBook, StoryRevision } from './sound.ts'

export interface MakingsNeeds extends MakeNeeds {
  readonly sounds: Pick<SoundBook, 'of' | 'keep' | 'claim'>
  readonly now: () => Temporal.Instant
}

interface Asker {
  readonly isUrgent: () => boolean
}

interface Making {
  readonly of: StoryRevision
  readonly made: Promise<Sound>
  readonly stop: AbortController
  /** Those who wait for it. */
  readonly askers: Set<Asker>
}

/** Makes each sound once, however many wait for it; and not on when nobody does any more. */
export function openMakings(needs: MakingsNeeds) {
  const { sounds, files, now } = needs
  const underWay = new Map<string, Making>()

  const begin = (of: StoryRevision, wanted: WantedSound): Making => {
    const stop = new AbortController()
    const { promise, resolve, reject } = Promise.withResolvers<Sound>()
    const making: Making = { of, made: promise, stop, askers: new Set() }
    underWay.set(wanted.key, making)
    make(wanted, making)
      .then(resolve, reject)
      .finally(() => forget(wanted.key, making))
    return making
  }

  const forget = (key: string, making: Making): void => {
    if (underWay.get(key) === making) underWay.delete(key)
  }

  async function make(wanted: WantedSound, making: Making): Promise<Sound> {
    const { signal } = making.stop
    const isUrgent = () => [...making.askers].some((asker) => asker.isUrgent())
    using _ = await wanted.room.line.enter(isUrgent, signal)
    // Another process may have made it; and a restored backup may know what is not there.
    const known = (await sounds.of([wanted.key])).get(wanted.key)
    if (known !== undefined && (await files.has(known.blob))) {
      await sounds.claim([wanted.key], making.of)
      return known
    }
    const sound = await makeSound(needs, wanted, signal)
    await sounds.keep(sound, making.of, now())
    return sound
  }

  return {
    async take(
      of: StoryRevision,
      wanted: WantedSound,
      { isUrgent, signal }: Asker & { readonly signal: AbortSignal },
    ): Promise<Sound> {
      signal.throwIfAborted()
      const making = underWay.get(wanted.key) ?? begin(of, wanted)
      const asker = { isUrgent }
      making.askers.add(asker)
      try {
        const sound = await orAborted(making.made, signal)
        if (making.of.storyId !== of.storyId) await sounds.claim([wanted.key], of)
        return sound
      } finally {
        making.askers.delete(asker)
        if (making.askers.size === 0) {
          forget(wanted.key, making)
          making.stop.abort(signal.reason)
        }
      }
    },
  }
}
