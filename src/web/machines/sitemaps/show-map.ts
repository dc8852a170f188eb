import type { Context } from 'hono'
import { everything } from '../../keeping/remember.ts'
import type { Page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import type { Shared, Visit } from '../../visit.ts'
import { mapFileNamed, mapPath } from './file-names.ts'
import { isNews, mostNews, newsSet } from './news.ts'
import { type StandMap, standMap } from './stand-map.ts'
import { type Mapped, mapIndex, urlSet } from './url-set.ts'

/** The map of the stand: its index, and its files. */
export function showMap(needs: PageNeeds): { readonly index: Page; readonly file: Page } {
  const map = standMap(needs)
  return {
    index: async (c) => {
      const files = await map.files()
      // The counts it is made from may be a minute old.
      const until = needs.clock().add({ minutes: 1 })
      return sendXml(c, mapIndex(needs.settings, files.map(mapPath)), { shows: everything, until })
    },
    file: async (c) => {
      const file = mapFileNamed(c.req.param('file') ?? '')
      if (file === null) return c.notFound()
      if (file.kind === 'news') return sendNews(c, needs)
      const pages = await pagesIn(map, file)
      if (pages.length === 0) return c.notFound()
      const seldom = file.kind !== 'pages'
      const until = seldom ? null : await map.pagesUntil()
      const shared = { shows: everything, seldom, ...(until && { until }) }
      return sendXml(c, urlSet(needs.settings, pages), shared)
    },
  }
}

type Paged = Exclude<ReturnType<typeof mapFileNamed>, null | { kind: 'news' }>

function pagesIn(map: StandMap, file: Paged): Promise<readonly Mapped[]> {
  switch (file.kind) {
    case 'pages':
      return map.pages()
    case 'publications':
      return map.publications(file.portion)
    case 'stories':
      return map.stories(file.month, file.portion)
  }
}

/** True until the day ends, when yesterday's stories leave it. */
async function sendNews(c: Context<Visit>, needs: PageNeeds): Promise<Response> {
  const { settings, stories, clock } = needs
  const now = clock().toZonedDateTimeISO(settings.timeZone)
  const until = now.startOfDay().add({ days: 1 }).toInstant()
  const newest = await stories.latest(mostNews)
  const news = newest.filter((story) => isNews(story, now.toPlainDate()))
  return sendXml(c, newsSet(settings, news), { shows: everything, until })
}

function sendXml(c: Context<Visit>, xml: string, shared: Shared): Response {
  c.set('printed', { body: Buffer.from(xml), ...shared, type: 'application/xml; charset=utf-8' })
  return c.body(null)
}
