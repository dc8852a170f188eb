import type { Place } from '#reading'
import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { storyNamed } from '../queue/story-named.ts'

/** Where the reader is in a story, for the script of its page. */
export function sendPlace(needs: PageNeeds): Page {
  return page(addresses.accountPlaces, async (c) => {
    const reader = c.get('reader')?.reader ?? null
    if (reader === null) return c.json({ place: null }, 401)
    const story = await storyNamed(needs, c.req.query('story') ?? '')
    const place = story && (await needs.places.of(reader.id, story.id))
    if (place === null) return c.json({ place: null })
    const { block, share, at } = place
    return c.json({ place: { block, share, at: at.epochMilliseconds } })
  })
}

/** Keeps where the reader has come to: of two devices the later one is right. */
export function keepPlaces(needs: PageNeeds): Page {
  return page(addresses.accountPlaces, async (c) => {
    const reader = c.get('reader')?.reader ?? null
    if (reader === null) return c.body(null, 401)
    const { sentPlaces } = await import('../../reader/sent-by-scripts.ts')
    const given = sentPlaces.safeParse(await c.req.json().catch(() => null))
    if (!given.success) return c.body(null, 400)
    const now = needs.clock()
    for (const { story: named, block, share, at } of given.data) {
      const story = await storyNamed(needs, named)
      if (story === null) continue
      // A clock that runs ahead must not win for ever.
      const moment = Temporal.Instant.fromEpochMilliseconds(Math.min(at, now.epochMilliseconds))
      const place: Place = { storyId: story.id, block, share, at: moment }
      await needs.places.keep(reader.id, place)
    }
    return c.body(null, 204)
  })
}
