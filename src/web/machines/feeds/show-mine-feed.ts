import type { Context } from 'hono'
import type { Reader } from '#accounts'
import { digestOf } from '#ground/digest'
import { mineFeedReader } from '#reading'
import { addresses, href, withoutLocale } from '../../addresses.ts'
import { matches } from '../../keeping/kept-page.ts'
import { localesOf } from '../../languages/locales.ts'
import { type Tongue, tongueOf } from '../../languages/tongue.ts'
import { type Page, page } from '../../named-page.ts'
import { forNobodyElse } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { becauseOf, newestFor } from '../../pages/mine/newest.ts'
import { openPace, paces } from '../../reader/pace.ts'
import type { Visit } from '../../visit.ts'
import { absolute, type Site } from '../site.ts'
import { atomOf } from './atom.ts'
import type { Feed } from './feed.ts'
import { jsonFeedOf } from './json-feed.ts'
import { publicStory } from './show-feed.ts'
import { toldOf } from './told.ts'

/** As in other feeds: each story is read for its lead. */
const mostStories = 30

export const formats = {
  atom: { write: atomOf, type: 'application/atom+xml; charset=utf-8' },
  json: { write: jsonFeedOf, type: 'application/feed+json; charset=utf-8' },
} as const

/**
 * What is new in what one reader follows, for their feed reader, which cannot sign in. It tells of a
 * story what anyone may read, whatever the reader may; and it is kept by nobody on the way.
 */
export function showMineFeed(needs: PageNeeds, mark: string): Page {
  const pace = openPace(needs, paces.feeds)
  const tongueFor = tonguesOf(needs)
  return page(addresses.mineFeed, async (c, { token: file }) => {
    const wait = pace(c)
    if (wait > 0) return c.body(null, 429, { 'retry-after': String(wait) })
    const [, token = '', ending = ''] = tokenFile.exec(file) ?? []
    const { theirs, accounts } = needs
    const owner = await mineFeedReader({ feeds: theirs.feeds, keys: accounts.keys }, token)
    const reader = owner && (await accounts.readers.byId(owner))
    if (!reader) return c.notFound()
    const site = { settings: needs.settings, tongue: tongueFor(c, reader), mark }
    const { write, type } = formats[ending === 'json' ? 'json' : 'atom']
    return sendToOne(c, write(await feedOf(needs, site, { reader, token })), type)
  })
}

/** A token, and the format it is asked in. */
export const tokenFile = /^([\w-]+)\.(atom|json)$/

async function feedOf(
  needs: PageNeeds,
  site: Site,
  { reader, token }: { readonly reader: Reader; readonly token: string },
): Promise<Feed> {
  const { tongue, settings, mark } = site
  const locale = tongue.locale.name
  const asked = { readerId: reader.id, most: mostStories }
  const told = (await newestFor(needs, tongue, asked)).map(async ({ story, why }) => {
    const found = await publicStory(needs, story)
    return found === null ? [] : toldOf(site, found, { because: becauseOf(tongue, why) })
  })
  const at = (format: string) =>
    absolute(site, href(addresses.mineFeed, { token: `${token}.${format}` }))
  return {
    title: tongue.say('page-of-stand', { page: tongue.say('nav-mine'), stand: settings.name }),
    description: tongue.say('feed-text'),
    author: settings.name,
    language: locale,
    page: absolute(site, href(addresses.mine, { locale })),
    atom: at('atom'),
    json: at('json'),
    mark: absolute(site, mark),
    topics: absolute(site, withoutLocale(href(addresses.topics, { locale }))),
    stories: (await Promise.all(told)).flat(),
  }
}

/** Feed readers come many times a day: they are told in a line when there is nothing new. */
export function sendToOne(c: Context<Visit>, text: string, type: string): Response {
  const tag = `"${digestOf(text)}"`
  const said = { 'cache-control': forNobodyElse, 'x-robots-tag': 'noindex', etag: tag }
  if (matches(c.req.header('if-none-match') ?? null, tag)) return c.body(null, 304, said)
  return c.body(text, 200, { ...said, 'content-type': type })
}

/** A feed has no language in its address: it is in the one that its reader is written to. */
function tonguesOf({ settings }: PageNeeds): (c: Context<Visit>, reader: Reader) => Tongue {
  const locales = localesOf(settings)
  const made = new Map<string, Tongue>()
  return (c, reader) => {
    const locale = locales.find(({ name }) => name === reader.locale)
    if (locale === undefined) return c.get('tongue')
    const tongue = made.get(locale.name) ?? tongueOf(locale)
    made.set(locale.name, tongue)
    return tongue
  }
}
