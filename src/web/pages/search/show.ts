import type { Context } from 'hono'
import type { Topic } from '#catalogue'
import { baseLanguage } from '#ground/language'
import { addresses } from '../../addresses.ts'
import type { Entry } from '../../keeping/entry.ts'
import { everything, remember } from '../../keeping/remember.ts'
import { keepStock } from '../../keeping/stock.ts'
import { type Page, page } from '../../named-page.ts'
import { forNobodyElse, questionOf, sendMoved, sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { openPace, paces } from '../../reader/pace.ts'
import { viewerOf } from '../../reader/viewer-of.ts'
import type { Visit } from '../../visit.ts'
import { busyNotice, sendNotice } from '../notices/notice.ts'
import { addressOf } from './address-of.ts'
import { type Asked, askedFrom, asksNothing, queryOf } from './asked.ts'
import { type Found, find } from './find.ts'
import { namesOf } from './names.ts'
import { pagesOf, searchSheet } from './page.ts'

/** Seconds for which the same question is answered alike: the index follows within one. */
const kept = 10

export function showSearch(needs: PageNeeds): Page {
  const { lay, clock, settings, stories, changes, theirs } = needs
  const stock = keepStock(needs)
  const pace = openPace(needs, paces.search)
  const topics = remember(changes, 1, () => topicsOf(stories))

  return page(addresses.search, async (c) => {
    const tongue = c.get('tongue')
    const query = questionOf(c)
    const entries = await stock()
    const asked = onStand(askedFrom(query), entries)
    if (queryOf(asked) !== query) return sendMoved(c, addressOf(tongue, asked))

    const wait = asksNothing(asked) ? 0 : pace(c)
    if (wait > 0) {
      c.header('retry-after', String(wait))
      return sendNotice(c, needs, busyNotice)
    }
    const language = baseLanguage(tongue.locale.name)
    const found = await find(needs, asked, { entries, viewer: viewerOf(c), language })
    const pages = pagesOf(found)
    if (asked.page > pages) return toLast(c, addressOf(tongue, { ...asked, page: pages }))

    const today = clock().toZonedDateTimeISO(settings.timeZone).toPlainDate()
    const shown = asksNothing(asked) ? await topics(everything, everything) : []
    const reader = c.get('reader')?.reader ?? null
    const saved = reader && (await theirs.saved.among(reader.id, idsOf(found)))
    const sheet = searchSheet(tongue, { asked, found, entries, topics: shown, today, saved })
    const until = clock().add({ seconds: kept })
    const shared = found.state.state === 'ready' && { shows: everything, seldom: true, until }
    return sendPage(c, lay(tongue, sheet), shared ? { shared } : {})
  })
}

const idsOf = ({ hits }: Found) => hits.map(({ story }) => story.id)

/** Without publications that are not on the stand. */
function onStand(asked: Asked, entries: readonly Entry[]): Asked {
  if (asked.chosen.publication.length === 0) return asked
  const { bySlug } = namesOf(entries)
  const publication = asked.chosen.publication.filter((slug) => bySlug.has(slug))
  return { ...asked, chosen: { ...asked.chosen, publication } }
}

function toLast(c: Context<Visit>, to: string): Response {
  c.header('cache-control', forNobodyElse)
  return c.redirect(to, 302)
}

async function topicsOf(stories: PageNeeds['stories']): Promise<readonly Topic[]> {
  const counts = await stories.topics()
  return [...counts].sort(([, one], [, other]) => other - one).map(([topic]) => topic)
}
