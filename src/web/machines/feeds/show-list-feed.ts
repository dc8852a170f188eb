import type { Listed, ReaderList } from '#reading'
import { addresses, href, withoutLocale } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { makerOf, sharedUnder } from '../../pages/lists/shared-list.ts'
import { openPace, paces } from '../../reader/pace.ts'
import { absolute, type Site } from '../site.ts'
import type { Feed } from './feed.ts'
import { publicStory } from './show-feed.ts'
import { formats, sendToOne, tokenFile } from './show-mine-feed.ts'
import { toldOf } from './told.ts'

/** As in other feeds: each story is read for its lead. */
const mostStories = 30

/** What came last into a list that its reader shared: of each story what anyone may read. */
export function showListFeed(needs: PageNeeds, mark: string): Page {
  const pace = openPace(needs, paces.feeds)
  return page(addresses.sharedListFeed, async (c, { token: file }) => {
    const wait = pace(c)
    if (wait > 0) return c.body(null, 429, { 'retry-after': String(wait) })
    const [, token = '', ending = ''] = tokenFile.exec(file) ?? []
    const list = await sharedUnder(needs, token)
    if (list === null) return c.notFound()
    const site = { settings: needs.settings, tongue: c.get('tongue'), mark }
    const { write, type } = formats[ending === 'json' ? 'json' : 'atom']
    return sendToOne(c, write(await feedOf(needs, site, { list, token })), type)
  })
}

async function feedOf(
  needs: PageNeeds,
  site: Site,
  { list, token }: { readonly list: ReaderList; readonly token: string },
): Promise<Feed> {
  const { tongue, settings, mark } = site
  const locale = tongue.locale.name
  const newest = list.listed.toSorted(lastAddedFirst).slice(0, mostStories)
  const cards = await needs.stories.byIds(newest.map(({ storyId }) => storyId))
  const told = newest.map(async ({ storyId, note }) => {
    const card = cards.get(storyId)
    const found = card === undefined ? null : await publicStory(needs, card)
    return found === null ? [] : toldOf(site, found, note === '' ? undefined : { note })
  })
  const at = (format: string) =>
    absolute(site, href(addresses.sharedListFeed, { locale, token: `${token}.${format}` }))
  return {
    title: tongue.say('page-of-stand', { page: list.title, stand: settings.name }),
    description: list.why,
    author: makerOf(tongue, list),
    language: locale,
    page: absolute(site, href(addresses.sharedList, { locale, token })),
    atom: at('atom'),
    json: at('json'),
    mark: absolute(site, mark),
    topics: absolute(site, withoutLocale(href(addresses.topics, { locale }))),
    stories: (await Promise.all(told)).flat(),
  }
}

const lastAddedFirst = (a: Listed, b: Listed) => Temporal.Instant.compare(b.addedAt, a.addedAt)
