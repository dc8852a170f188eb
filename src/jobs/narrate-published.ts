import type { Outbox } from '#desk'
import { BusyError, type Narrator } from '#narrate'
import { followOutbox } from './follow-outbox.ts'
import { type HeardStoryNeeds, heardStory } from './heard-story.ts'

export interface NarrateNeeds extends HeardStoryNeeds {
  readonly outbox: Outbox
  readonly narrator: Pick<Narrator, 'plan' | 'sound'>
  readonly report: (error: unknown, where: string) => void
}

/**
 * Has stories spoken as soon as they are printed, in the voice that readers get who want none, while
 * nobody who listens has to wait for it. Each call of what it returns works until nothing is left.
 */
export async function narratePublished(
  needs: NarrateNeeds,
): Promise<(signal: AbortSignal) => Promise<void>> {
  const wanted: string[] = []
  const follow = await followOutbox(needs.outbox, ({ kind, stories }) => {
    if (kind === 'printed') wanted.push(...stories)
  })

  return async (signal) => {
    await follow()
    while (!signal.aborted) {
      const [storyId] = wanted
      if (storyId === undefined) return
      try {
        await narrate(needs, storyId, signal)
      } catch (error) {
        // Listeners wait already: it goes on in the next round.
        if (signal.aborted || error instanceof BusyError) return
        needs.report(error, 'narrating what was published')
      }
      wanted.shift()
      await follow()
    }
  }
}

async function narrate(needs: NarrateNeeds, storyId: string, signal: AbortSignal): Promise<void> {
  const { narrator } = needs
  const text = await heardStory(needs, storyId)
  const narration = text && (await narrator.plan(text, null))
  if (text === null || narration === null || typeof narration === 'string') return
  for (const block of narration.blocks) {
    await narrator.sound(text, block, narration.voice, { isUrgent: () => false, signal })
  }
}
