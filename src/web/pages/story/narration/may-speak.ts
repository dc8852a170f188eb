import type { Context } from 'hono'
import type { Wait } from '#accounts'
import type { AppNeeds } from '../../../needs.ts'
import { strangersLimit } from '../../../reader/strangers-limit.ts'
import type { Visit } from '../../../visit.ts'
import type { Opened } from './open-narration.ts'

/**
 * What is spoken already is for all; strangers have only so many stories spoken anew.
 * @returns null where it may be spoken
 */
export function maySpeak(
  needs: Pick<AppNeeds, 'accounts' | 'clock' | 'settings'>,
): (c: Context<Visit>, opened: Opened) => Promise<Wait | null> {
  const limit = strangersLimit(needs, 'narrate-asker')
  return async (c, { heard, narration }) =>
    narration.blocks.every(({ sound }) => sound !== null)
      ? null
      : limit(c, `${heard.storyId} ${narration.voice.id}`)
}
