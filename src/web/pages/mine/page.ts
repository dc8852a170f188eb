import { html } from 'hono/html'
import type { EditionCard, StoryCard, Topic } from '#catalogue'
import { mostInterests, type Wish } from '#reading'
import { addresses, href } from '../../addresses.ts'
import { card, factsOf, marksOpenIn, storyLink } from '../../components/card.ts'
import { copyOf } from '../../components/cover.ts'
import { icon } from '../../components/icon.ts'
import {
  followButton,
  keeping,
  listLink,
  muteButton,
  saveButton,
  type Thing,
} from '../../components/keeping.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { nameOf } from '../queue/story-named.ts'
import { type FeedOfMine, feedPart } from './feed.ts'
import { becauseOf, type Followed } from './newest.ts'
import { ownLinks } from './own-links.ts'
import { publicationThing, thingAt, topicThing } from './things.ts'

/** For whoever follows nothing yet. */
export interface Suggestions {
  readonly publications: readonly EditionCard[]
  readonly topics: readonly Topic[]
}

export interface MinePage {
  /** How it stands with one thing that was just pressed, or null. */
  readonly told: {
    readonly thing: Thing
    readonly wish: Wish | null
    readonly isFull: boolean
    /** The path of the page where it was pressed. */
    readonly back: string | null
  } | null
  readonly begun: readonly { readonly story: StoryCard; readonly share: number }[]
  /** The newest first. */
  readonly newest: readonly Followed[]
  /** The ids of those that are saved. */
  readonly saved: ReadonlySet<string>
  readonly followed: readonly Thing[]
  readonly muted: readonly Thing[]
  readonly feed: FeedOfMine
  /** Null for whoever follows something. */
  readonly suggestions: Suggestions | null
  readonly today: Temporal.PlainDate
}

export function mineSheet(tongue: Tongue, page: MinePage): Sheet {
  const { say, locale } = tongue
  const at = href(addresses.mine, { locale: locale.name })
  const { suggestions } = page
  const main = suggestions === null ? newestOf(tongue, page, at) : emptyOf(tongue, suggestions, at)
  const { followed, muted, feed } = page
  const hasFeed = followed.length > 0 || feed.made !== null || feed.isEnded
  const beside = html`${thingsPart(tongue, 'follow', followed, at)}${thingsPart(tongue, 'mute', muted, at)}${hasFeed && feedPart(tongue, feed)}`
  return {
    title: say('nav-mine'),
    path: at,
    unlisted: true,
    kind: 'list',
    styles: 'keeping.css',
    body: html`<div class="mine"><h1>${say('nav-mine')}</h1>${ownPages(tongue)}${toldOf(tongue, page.told, at)}<div class="main">${begunOf(tongue, page, at)}${main}</div><div class="beside-it">${beside}</div></div>`,
  }
}

/** The other pages of their own, above all that is new: on a phone what stands beside it is far below. */
function ownPages(tongue: Tongue): Html {
  const links = ownLinks(tongue).map(
    ({ to, drawn, named }) =>
      html`<li><a href="${to}">${icon(drawn)}<span>${named}</span></a></li>`,
  )
  return html`<nav class="own" aria-label="${tongue.say('mine-own')}"><ul>${links}</ul></nav>`
}

function toldOf(tongue: Tongue, told: MinePage['told'], at: string): Html | '' {
  if (told === null) return ''
  const { say } = tongue
  const { thing, wish, isFull, back } = told
  const { title } = thing
  const words = isFull
    ? say('mine-full', { most: mostInterests })
    : wish === 'follow'
      ? say('mine-follows', { title })
      : wish === 'mute'
        ? say('mine-mutes', { title })
        : say('mine-not', { title })
  const button =
    wish === 'mute'
      ? muteButton(tongue, thing, true)
      : followButton(tongue, thing, { isOn: wish === 'follow' })
  const onward =
    back !== null &&
    back !== at &&
    html`<p class="onward"><a href="${back}">${say('keep-back')}</a></p>`
  return html`<div class="told"><p class="done-words" id="done" role="status">${words}</p>${keeping(tongue, 'things', back ?? at, button)}${onward}</div>`
}

/** Stories that were begun: how far, and a way to be done with each. */
function begunOf(tongue: Tongue, { begun, today }: MinePage, at: string): Html | '' {
  if (begun.length === 0) return ''
  const { say } = tongue
  const percent = new Intl.NumberFormat(tongue.locale.tag, { style: 'percent' })
  const items = begun.map(({ story, share }) => {
    const speech = spokenIn(story.language, story.direction)
    const words = say('mine-share', { share: percent.format(share) })
    const forget = say('mine-forget', { title: story.headline })
    return html`<li class="card"><div class="words"><h3 class="headline" ${speech}><a href="${storyLink(tongue, story)}">${story.headline}</a></h3>${factsOf(tongue, story, 'mine', { today })}<p class="come-to"><progress max="100" value="${Math.round(share * 100)}" aria-label="${words}"></progress><span>${words}</span></p></div><form method="post" action="${at}"><button type="submit" class="tool" name="forget" value="${nameOf(story)}" aria-label="${forget}" title="${forget}">${icon('close')}</button></form></li>`
  })
  return html`<section class="begun" aria-labelledby="begun"><h2 id="begun">${say('mine-begun')}</h2><ul class="cards">${items}</ul></section>`
}

function newestOf(tongue: Tongue, page: MinePage, at: string): Html {
  const { say } = tongue
  const { newest, saved, today } = page
  const marksOpen = marksOpenIn(newest.map(({ story }) => story))
  const drawn = newest.map(({ story, why }) => {
    const save = saveButton(tongue, story, { isOn: saved.has(story.id), named: true })
    const because = html`<div class="why"><p>${becauseOf(tongue, why)}</p>${keeping(tongue, 'story', at, html`${listLink(tongue, story, at, { named: true })}${save}`)}</div>`
    return card(tongue, story, 'mine', { today, marksOpen, beside: because })
  })
  const list =
    drawn.length === 0
      ? html`<p class="kind">${say('mine-nothing-new')}</p>`
      : html`<ul class="cards">${drawn}</ul>`
  return html`<section class="new" aria-labelledby="new"><h2 id="new">${say('mine-new')}</h2>${list}</section>`
}

function emptyOf(tongue: Tongue, { publications, topics }: Suggestions, at: string): Html {
  const { say, locale } = tongue
  const catalogue = href(addresses.publications, { locale: locale.name })
  const copies = publications.map((copy) => {
    const to = href(addresses.publication, {
      locale: locale.name,
      publication: copy.publication.slug,
    })
    const button = followButton(tongue, publicationThing(copy.publication), {
      isOn: false,
      named: true,
    })
    return copyOf(tongue, copy, { to, below: keeping(tongue, 'things', at, button) })
  })
  const shelf =
    publications.length > 0 &&
    html`<section class="copies"><h3>${say('mine-some-publications')}</h3><ul class="shelf offered">${copies}</ul></section>`
  const row = topics.map((topic) =>
    followButton(tongue, topicThing(tongue, topic), { isOn: false, named: true }),
  )
  const about =
    topics.length > 0 &&
    html`<section><h3>${say('mine-some-topics')}</h3>${keeping(tongue, 'things', at, html`<div class="row">${row}</div>`)}</section>`
  return html`<section class="nothing"><h2>${say('mine-empty-title')}</h2><p>${say('mine-empty')}</p><p><a class="button" href="${catalogue}">${say('nav-catalogue')}</a></p>${shelf}${about}</section>`
}

/** What is followed, or muted, each with the way to let it go. */
function thingsPart(tongue: Tongue, wish: Wish, things: readonly Thing[], at: string): Html | '' {
  if (things.length === 0) return ''
  const { say, locale } = tongue
  const items = things.map((thing) => {
    const { title, language } = thing
    const words = say(wish === 'follow' ? 'unfollow-thing' : 'unmute-thing', { title })
    const deed = wish === 'follow' ? 'unfollow' : 'unmute'
    const speech = language === undefined ? '' : spokenIn(language)
    return html`<li><a href="${thingAt(tongue, thing)}"><bdi ${speech}>${title}</bdi></a><button type="submit" class="tool" name="${deed}" value="${thing.kind}/${thing.name}" aria-label="${words}" title="${words}">${icon('close')}</button></li>`
  })
  const follows = href(addresses.accountFollows, { locale: locale.name })
  const taking =
    wish === 'follow'
      ? html`<p class="onward"><a href="${follows}" download>${say('mine-take', { format: 'OPML' })}</a></p>`
      : html`<p class="hint">${say('mine-muted-text')}</p>`
  const title = say(wish === 'follow' ? 'mine-following' : 'mine-muted')
  return html`<section class="things" aria-labelledby="${wish}s"><h2 id="${wish}s">${title}</h2><form method="post" action="${at}"><input type="hidden" name="return" value="${at}"><ul>${items}</ul></form>${taking}</section>`
}
