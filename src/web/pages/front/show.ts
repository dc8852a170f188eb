import type { StoryCard } from '#catalogue'
import { baseLanguage } from '#ground/language'
import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { emptySheet } from './empty.ts'
import { frontSheet } from './page.ts'

/** Of each publication's newest edition the first few: in the reader's language, and in any. */
const newestInLanguage = 80
const newestInAny = 160
/** Then whatever came last: a stand of one publication has no more than one newest edition. */
const latestInAny = 40
/** Covers in one row. */
const newestEditions = 6

export function showFront(needs: PageNeeds): Page {
  return page(addresses.front, async (c) => {
    const { shelves, editions, stories, lay, settings } = needs
    const tongue = c.get('tongue')
    const now = needs.clock().toZonedDateTimeISO(settings.timeZone)
    const until = now.startOfDay().add({ days: 1 }).toInstant()
    const shared = { shared: { shows: 'everything', until } }

    const [count, shelf, ...found] = await Promise.all([
      shelves.counts(),
      editions.newest(newestEditions),
      stories.newest(newestInLanguage, baseLanguage(tongue.locale.tag)),
      stories.newest(newestInAny),
      stories.latest(latestInAny),
    ])
    const shown = eachOnce(found.flat())
    if (shown.length === 0) return sendPage(c, lay(tongue, emptySheet(tongue, settings)), shared)

    const today = now.toPlainDate()
    const sheet = frontSheet(tongue, { today, count, shelf, stories: shown, stand: settings.name })
    return sendPage(c, lay(tongue, sheet), shared)
  })
}

function eachOnce(stories: readonly StoryCard[]): readonly StoryCard[] {
  return [...new Map(stories.map((story) => [story.id, story])).values()]
}
