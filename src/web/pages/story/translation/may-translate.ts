import type { Context } from 'hono'
import type { AppNeeds } from '../../../needs.ts'
import { isReading } from '../../../reader/reading-viewer.ts'
import { strangersLimit } from '../../../reader/strangers-limit.ts'
import type { Visit } from '../../../visit.ts'

/** Whether an engine may be asked to translate this story for whoever asks. */
export type MayMake = (storyId: string, language: string) => Promise<boolean>

/** An engine works only for who came to read, and for strangers only so often. */
export function mayTranslate(
  needs: Pick<AppNeeds, 'accounts' | 'clock' | 'settings'>,
): (c: Context<Visit>) => MayMake {
  const limit = strangersLimit(needs, 'translate-asker')
  return (c) => async (storyId, language) =>
    isReading(c.req.raw) && (await limit(c, `${storyId} ${language}`)) === null
}
