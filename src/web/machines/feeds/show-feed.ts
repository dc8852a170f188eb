import type { Context } from 'hono'
import { type PublicStory, type StoryCard, topicNamed } from '#catalogue'
import { type Address, addresses, href, nameInAddress, withoutLocale } from '../../addresses.ts'
import { everything } from '../../keeping/remember.ts'
import type { Page } from '../../named-page.ts'
import { sendMoved } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { collected, isSeen } from '../../pages/collections/collected.ts'
import type { Visit } from '../../visit.ts'
import { absolute, type Site } from '../site.ts'
import { atomOf } from './atom.ts'
import type { Feed } from './feed.ts'
import { type FeedSubject, feedOf, feedTitle } from './feed-of.ts'
import { jsonFeedOf } from './json-feed.ts'
import { toldOf, type Why } from './told.ts'

/** Stories in a feed: each is read for its lead, once for as long as the feed is kept. */
const mostStories = 30

interface Found {
  readonly subject: FeedSubject
  readonly cards: readonly StoryCard[]
  /** What it depends on: a publication's slug, or 'everything'. */
  readonly shows: string
}

/** What is new on the whole stand. */
export function showStandFeed(needs: PageNeeds, mark: string): Page {
  return feedAt({ needs, mark, address: addresses.standFeed }, async (name) => {
    if (name !== 'stand') return null
    const cards = await needs.stories.latest(mostStories)
    return { subject: { kind: 'stand' }, cards, shows: everything }
  })
}

/** What is new in a publication; a former name of it leads to the present one. */
export function showPublicationFeed(needs: PageNeeds, mark: string): Page {
  return feedAt({ needs, mark, address: addresses.publicationFeed }, async (name) => {
    const publication = await needs.shelves.publication(name)
    if (publication === null) return needs.publications.byFormerSlug(name)
    const cards = await needs.stories.latestOf(publication.id, mostStories)
    if (cards.length === 0) return null
    return { subject: { kind: 'publication', publication }, cards, shows: publication.slug }
  })
}

/** What is new on a topic; one that nobody wrote about yet has an empty feed. */
export function showTopicFeed(needs: PageNeeds, mark: string): Page {
  return feedAt({ needs, mark, address: addresses.topicFeed }, async (name) => {
    const topic = topicNamed(name)
    if (topic === null) return null
    const cards = await needs.stories.onTopic(topic, mostStories)
    return { subject: { kind: 'topic', topic }, cards, shows: everything }
  })
}

/** What is new by whoever signs with a name. */
export function showBylineFeed(needs: PageNeeds, mark: string): Page {
  return feedAt({ needs, mark, address: addresses.bylineFeed }, async (name) => {
    const byline = await needs.bylines.signed(name, mostStories)
    if (byline === null) return null
    return { subject: { kind: 'byline', byline }, cards: byline.stories, shows: everything }
  })
}

/** What an editor chose, with the reasons; there is none before readers may see it. */
export function showCollectionFeed(needs: PageNeeds, mark: string): Page {
  return feedAt({ needs, mark, address: addresses.collectionFeed }, async (name) => {
    const collection = await needs.collections.bySlug(name)
    if (collection === null || !isSeen(collection, needs.clock())) return null
    const chosen = await collected(needs, collection)
    const stories = chosen.map(({ story }) => story)
    const subject = { kind: 'collection', collection, stories } as const
    return { subject, cards: stories, shows: everything }
  })
}

interface Place {
  readonly needs: PageNeeds
  readonly mark: string
  readonly address: Extract<Address, `/feeds/:locale/${string}:file`>
}

/** @param find gives what the feed with this name shows, null, or the name it has now */
function feedAt(
  { needs, mark, address }: Place,
  find: (name: string) => Promise<Found | string | null>,
): Page {
  return async (c) => {
    const { locale: given = '', file = '' } = c.req.param()
    const locale = c.get('tongue').locale.name
    const [, stem = '', ending = ''] = pattern.exec(file) ?? []
    const name = nameInAddress(stem)
    if (name === null || given.toLowerCase() !== locale.toLowerCase()) return c.notFound()
    const found = await find(name)
    if (found === null) return c.notFound()

    const format = ending.toLowerCase() === 'json' ? 'json' : 'atom'
    const right = `${typeof found === 'string' ? found : name}.${format}`
    if (typeof found === 'string' || right !== file || given !== locale) {
      return sendMoved(c, href(address, { locale, file: right }))
    }
    return sendFeed(c, format, await feedFrom(c, { needs, mark }, found), found.shows)
  }
}

/** People who guess an address write ".rss", ".xml" or nothing. */
const pattern = /^(.+?)(?:\.(atom|json|rss|xml))?$/i

async function feedFrom(
  c: Context<Visit>,
  { needs, mark }: Pick<Place, 'needs' | 'mark'>,
  { subject, cards }: Found,
): Promise<Feed> {
  const tongue = c.get('tongue')
  const { settings } = needs
  const site: Site = { settings, tongue, mark }
  const { atom, json } = feedOf(tongue, subject)
  const stories = await Promise.all(cards.map((card) => publicStory(needs, card)))
  const locale = tongue.locale.name
  return {
    title: feedTitle(tongue, settings.name, subject),
    description:
      subject.kind === 'collection' ? subject.collection.introduction : tongue.say('feed-text'),
    author: authorOf(subject, settings.name),
    language: locale,
    page: absolute(site, pageOf(subject, locale)),
    atom: absolute(site, atom),
    json: absolute(site, json),
    mark: absolute(site, mark),
    topics: absolute(site, withoutLocale(href(addresses.topics, { locale }))),
    stories: stories.flatMap((story) =>
      story === null ? [] : toldOf(site, story, whyIn(subject, story.id)),
    ),
  }
}

function authorOf(subject: FeedSubject, stand: string): string {
  if (subject.kind === 'collection') return subject.collection.editor
  return subject.kind === 'publication' ? subject.publication.title : stand
}

/** Why a story is in a collection, and who says so. */
function whyIn(subject: FeedSubject, id: string): Why | undefined {
  if (subject.kind !== 'collection') return undefined
  const { editor, language, chosen } = subject.collection
  const reason = chosen.find(({ storyId }) => storyId === id)?.reason ?? ''
  return { editor, language, reason }
}

/** What anyone may see of it, or null when it was withdrawn a moment ago. */
export async function publicStory(
  { stories }: Pick<PageNeeds, 'stories'>,
  card: StoryCard,
): Promise<PublicStory | null> {
  const { publicationSlug: publication, editionSlug: edition, slug: story } = card
  const found = await stories.byAddress({ publication, edition, story })
  return found === 'withdrawn' ? null : found
}

function pageOf(subject: FeedSubject, locale: string): string {
  switch (subject.kind) {
    case 'stand':
      return href(addresses.front, { locale })
    case 'publication':
      return href(addresses.publication, { locale, publication: subject.publication.slug })
    case 'byline':
      return href(addresses.byline, { locale, name: subject.byline.key })
    case 'collection':
      return href(addresses.collection, { locale, collection: subject.collection.slug })
    case 'topic':
      return href(addresses.topic, { locale, topic: subject.topic })
  }
}

function sendFeed(c: Context<Visit>, format: 'atom' | 'json', feed: Feed, shows: string): Response {
  const body = Buffer.from(format === 'json' ? jsonFeedOf(feed) : atomOf(feed))
  const type = format === 'json' ? 'application/feed+json' : 'application/atom+xml'
  c.set('printed', { body, shows, type: `${type}; charset=utf-8` })
  return c.body(null)
}
