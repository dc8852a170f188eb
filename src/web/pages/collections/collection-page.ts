import { html } from 'hono/html'
import { type Collection, stateOf } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { footOf, marksOpenIn, storyLink } from '../../components/card.ts'
import { feedLink } from '../../components/feed-link.ts'
import { isShowable, pictureBeside } from '../../components/picture.ts'
import type { Savable } from '../../components/savable.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { countOf } from '../front/counts.ts'
import { collectionLink, introductionOf, reasonOf } from './about-collection.ts'
import type { Collected } from './collected.ts'

export interface CollectionPage {
  readonly collection: Collection
  readonly stories: readonly Collected[]
  readonly now: Temporal.ZonedDateTime
  /** Where the page is made for one reader. */
  readonly keep?: Savable | null
}

/** What one editor chose, in their order, with a reason beside every story. */
export function collectionSheet(tongue: Tongue, page: CollectionPage): Sheet {
  const { collection } = page
  const stories = page.stories.map(({ story }) => story)
  const subject = { kind: 'collection', collection, stories } as const
  return {
    title: collection.title,
    description: collection.introduction,
    path: collectionLink(tongue, collection),
    kind: 'list',
    styles: 'collection.css',
    language: collection.language,
    subject,
    body: html`<div class="collection-page">${headerOf(tongue, page)}${storiesOf(tongue, page)}${feedLink(tongue, subject)}</div>`,
  }
}

function headerOf(tongue: Tongue, page: CollectionPage): Html {
  const { say, locale } = tongue
  const { collection } = page
  const all = href(addresses.collections, { locale: locale.name })
  const up = html`<p class="up"><a href="${all}">${say('all-collections')}</a></p>`
  const by = html`<p class="by">${say('collection-by', { editor: collection.editor })}</p>`
  return html`<header>${up}<h1 ${spokenIn(collection.language)}>${collection.title}</h1>${introductionOf(collection)}${by}${collectionFacts(tongue, page)}</header>`
}

/** How much it holds, what it is about, and since or until when. */
export function collectionFacts(tongue: Tongue, page: CollectionPage): Html {
  const { say, locale } = tongue
  const { collection, stories } = page
  const facts: (Html | string)[] = [countOf(tongue, 'stories', stories.length)]
  const { topic } = collection
  if (topic !== null) {
    const link = href(addresses.topic, { locale: locale.name, topic })
    facts.push(html`<a href="${link}">${say(`topic-${topic}`)}</a>`)
  }
  facts.push(...daysOf(tongue, page))
  const other = tongue.otherLanguage(collection.language)
  const tag = other === null ? '' : html`<span class="tag">${other}</span>`
  return html`<p class="facts">${facts.map((fact) => html`<span>${fact}</span>`)}${tag}</p>`
}

function daysOf({ say, date }: Tongue, { collection, now }: CollectionPage): readonly string[] {
  const dayOf = (at: Temporal.Instant) => date(at.toZonedDateTimeISO(now.timeZoneId).toPlainDate())
  const { starts, ends } = collection
  const state = stateOf(collection, now.toInstant())
  if (starts === null) return []
  if (state === 'scheduled') return [say('collection-from', { date: dayOf(starts) })]
  if (ends === null) return [say('collection-since', { date: dayOf(starts) })]
  const key = state === 'ended' ? 'collection-over' : 'collection-until'
  return [say(key, { date: dayOf(ends) })]
}

function storiesOf(tongue: Tongue, page: CollectionPage): Html {
  const { collection, stories, now, keep = null } = page
  if (stories.length === 0) return html`<p class="kind">${tongue.say('collection-none')}</p>`
  const marksOpen = marksOpenIn(stories.map(({ story }) => story))
  const around = { marksOpen, today: now.toPlainDate(), keep }
  const items = stories.map(({ story, reason }) => {
    const speech = spokenIn(story.language, story.direction)
    const standfirst =
      story.standfirst && html`<p class="standfirst" ${speech}>${story.standfirst}</p>`
    const picture = isShowable(story.picture)
      ? html`<div class="thumb">${pictureBeside(story.picture, { sizes })}</div>`
      : ''
    return html`<li class="card"><div class="words"><h2 class="headline" ${speech}><a href="${storyLink(tongue, story)}">${story.headline}</a></h2>${standfirst}${footOf(tongue, story, 'front', around)}${reasonOf(tongue, collection, reason)}</div>${picture}</li>`
  })
  return html`<ol class="picks">${items}</ol>`
}

const sizes = '(min-width: 60rem) 18rem, (min-width: 40rem) 12rem, 100vw'
