import type { Outbox } from '#desk'
import type { OpenNarrator, SoundBook } from '#narrate'
import type { PassingBlobs } from '#outside'
import { followOutbox } from './follow-outbox.ts'
import { type HeardStoryNeeds, heardStory } from './heard-story.ts'

export interface SoundNeeds extends HeardStoryNeeds {
  readonly outbox: Outbox
  readonly narrator: Pick<OpenNarrator, 'keysOf'>
  readonly sounds: Pick<SoundBook, 'stale' | 'release' | 'known'>
  readonly files: Pick<PassingBlobs, 'names' | 'remove'>
}

/**
 * Takes away the sounds of what was withdrawn, and of what a correction changed: once all that earlier
 * runs left, and from then on what happens. Call what it returns again and again.
 */
export async function releaseSounds(needs: SoundNeeds): Promise<() => Promise<void>> {
  const { narrator, sounds, files } = needs
  /** Null when all have to be looked at. */
  let touched: string[] | null = null
  let nobodys: readonly string[] | null = null
  const follow = await followOutbox(needs.outbox, ({ kind, stories }) => {
    if (kind !== 'described') touched?.push(...stories)
  })

  const release = async (storyId: string): Promise<void> => {
    const text = await heardStory(needs, storyId)
    const keep = text === null ? [] : await narrator.keysOf(text)
    for (const blob of await sounds.release(storyId, keep)) await files.remove(blob)
  }

  /** A power cut may leave files that nobody knows; one that is being made is known a round later. */
  const sweep = async (): Promise<void> => {
    if (nobodys?.length === 0) return
    const suspects: readonly string[] = nobodys ?? (await files.names())
    const known = await sounds.known(suspects)
    const unknown = suspects.filter((name) => !known.has(name))
    if (nobodys !== null) for (const name of unknown) await files.remove(name)
    nobodys = nobodys === null ? unknown : []
  }

  return async () => {
    await follow()
    const stories: readonly string[] | null = touched
    if (stories === null || stories.length > 0) {
      for (const storyId of await sounds.stale(stories)) await release(storyId)
      touched = touched === null ? [] : touched.slice(stories?.length ?? 0)
    }
    await sweep()
  }
}
