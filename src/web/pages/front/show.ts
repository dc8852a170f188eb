import type { StoryCard } from '#catalogue'
import { baseLanguage } from '#ground/language'
import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { trueUntil } from '../collections/collected.ts'
import { newestFor } from '../mine/newest.ts'
import { savableIn } from '../saved/savable-in.ts'
import { runningFor } from './collections.ts'
import { emptySheet } from './empty.ts'
import { mutedBy } from './muted.ts'
import { frontSheet } from './page.ts'

/** Of each publication's newest edition the first few: in the reader's language, and in any. */
const newestInLanguage = 80
const newestInAny = 160
/** Then whatever came last: a stand of one publication has no more than one newest edition. */
const latestInAny = 40
/** Of what a reader follows: some of it stands elsewhere on the page. */
const mostFollowed = 24
/** Covers in one row. */
const newestEditions = 6

export function showFront(needs: PageNeeds): Page {
  return page(addresses.front, async (c) => {
    const { shelves, editions, stories, lay, settings } = needs
    const tongue = c.get('tongue')
    const now = needs.clock().toZonedDateTimeISO(settings.timeZone)
    const scheduled = await shelves.collections()
    const shared = { shared: { shows: 'everything', until: trueUntil(scheduled, now) } }

    const reader = c.get('reader')?.reader ?? null
    const asked = reader && { readerId: reader.id, most: mostFollowed }

    const [muted, followed, collections, count, covers, ...found] = await Promise.all([
      reader && mutedBy(needs, tongue, reader.id),
      asked && newestFor(needs, tongue, asked),
      runningFor(needs, scheduled, tongue.locale.tag),
      shelves.counts(),
      editions.newest(reader === null ? newestEditions : 4 * newestEditions),
      stories.newest(newestInLanguage, baseLanguage(tongue.locale.tag)),
      stories.newest(newestInAny),
      stories.latest(latestInAny),
    ])
    const newest = eachOnce(found.flat())
    if (newest.length === 0) return sendPage(c, lay(tongue, emptySheet(tongue, settings)), shared)

    // No story is shown twice: what an editor chose stands with the reason.
    const chosen = new Set(collections.flatMap((one) => one.stories.map(({ story }) => story.id)))
    const isOpen = (story: StoryCard) => !chosen.has(story.id) && !muted?.story(story)
    const shelf = covers
      .filter(({ publication }) => !muted?.publication(publication.slug))
      .slice(0, newestEditions)
    const shown = newest.filter(isOpen)
    const own = followed?.filter(({ story }) => isOpen(story)) ?? null
    const theirs = [...collections.flatMap((one) => one.stories), ...(own ?? [])]
    const onPage = [...shown, ...theirs.map(({ story }) => story)]
    const keep = await savableIn(c, needs, onPage)
    const today = now.toPlainDate()
    const stand = settings.name
    const sheet = frontSheet(tongue, {
      ...{ today, count, shelf, collections, stories: shown, stand },
      leavesOut: muted?.anything ?? false,
      followed: own,
      keep: keep && { ...keep, brief: true },
    })
    return sendPage(c, lay(tongue, sheet), reader === null ? shared : {})
  })
}

function eachOnce(stories: readonly StoryCard[]): readonly StoryCard[] {
  return [...new Map(stories.map((story) => [story.id, story])).values()]
}
