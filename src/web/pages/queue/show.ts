import type { Context } from 'hono'
import { addresses } from '../../addresses.ts'
import { storyLink } from '../../components/card.ts'
import type { Tongue } from '../../languages/tongue.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import type { Visit } from '../../visit.ts'
import { queueSheet } from './page.ts'
import { queuedOf } from './queued.ts'
import { nameOf } from './story-named.ts'

/** What the reader means to read or hear: a page, or JSON for the player. */
export function showQueue(needs: PageNeeds): Page {
  return page(addresses.queue, async (c) => {
    const tongue = c.get('tongue')
    const reader = c.get('reader')?.reader ?? null
    const queued = reader && (await queuedOf(needs, reader.id))
    if (c.req.header('accept') === 'application/json') return sendList(c, tongue, queued)
    return sendPage(c, needs.lay(tongue, queueSheet(tongue, queued)))
  })
}

/** What a player has to know of a story; the same that a browser keeps of a stranger's queue. */
function sendList(
  c: Context<Visit>,
  tongue: Tongue,
  queued: Awaited<ReturnType<typeof queuedOf>> | null,
): Response {
  if (queued === null) return c.json({ stories: [] }, 401)
  const stories = queued.map((story) => ({
    name: nameOf(story),
    at: storyLink(tongue, story),
    title: story.headline,
    language: story.language,
    direction: story.direction,
    from: story.publicationTitle,
    minutes: story.minutes,
  }))
  return c.json({ stories })
}
