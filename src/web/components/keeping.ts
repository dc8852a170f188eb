import { html } from 'hono/html'
import type { StoryCard } from '#catalogue'
import type { InterestKind } from '#reading'
import { addresses, href } from '../addresses.ts'
import type { Tongue } from '../languages/tongue.ts'
import type { Html } from '../page.ts'
import { icon } from './icon.ts'
import { spokenIn } from './spoken.ts'

/** Something to follow or to mute, as pages show it. */
export interface Thing {
  readonly kind: InterestKind
  /** As in its address: a slug, a topic, the key of a byline. */
  readonly name: string
  readonly title: string
  /** Of its title, where that is not the page's. */
  readonly language?: string
}

/** What forms and scripts call it: "publication/harbour-courier". */
export const wordOf = ({ kind, name }: Pick<Thing, 'kind' | 'name'>): string => `${kind}/${name}`

/**
 * A form of buttons that follow, mute or save. A page that is the same for everyone shows none of
 * them pressed: the script asks how it stands for whoever is signed in. Without a script each button
 * leads to a page that says so.
 * @param back the path to lead back to
 */
export function keeping(
  tongue: Tongue,
  what: 'things' | 'story',
  back: string,
  buttons: Html,
): Html {
  const names = { locale: tongue.locale.name }
  const at = href(what === 'things' ? addresses.mine : addresses.saved, names)
  const asks = href(addresses.accountShelf, names)
  return html`<form class="keeping" method="post" action="${at}" data-island="keep" data-at="${asks}"><input type="hidden" name="return" value="${back}">${buttons}</form>`
}

interface Standing {
  /** How it stands, on a page for one reader. */
  readonly isOn?: boolean
  /** Says what is followed, among other things: else the page is about it. */
  readonly named?: true
}

/** Follows; pressed, it follows no more. */
export function followButton(tongue: Tongue, thing: Thing, { isOn, named }: Standing = {}): Html {
  const { say } = tongue
  const pressed = isOn === undefined ? '' : html`aria-pressed="${String(isOn)}"`
  const deed = isOn === true ? 'unfollow' : 'follow'
  const { title, language } = thing
  const own =
    language === undefined
      ? html`<bdi>${title}</bdi>`
      : html`<bdi ${spokenIn(language)}>${title}</bdi>`
  const label = named ? html`aria-label="${say('follow-thing', { title })}"` : ''
  const words = named
    ? own
    : html`<span data-other="${say(isOn ? 'follow' : 'following')}">${say(isOn ? 'following' : 'follow')}</span>`
  return html`<button type="submit" class="button" name="${deed}" value="${wordOf(thing)}" ${pressed} ${label}>${icon('plus')}${words}</button>`
}

/** Leaves its stories out of the reader's page; pressed, it lets them in again. */
export function muteButton({ say }: Tongue, thing: Thing, isOn?: boolean): Html {
  const pressed = isOn === undefined ? '' : html`aria-pressed="${String(isOn)}"`
  const { title } = thing
  return html`<button type="submit" class="button" name="${isOn === true ? 'unmute' : 'mute'}" value="${wordOf(thing)}" ${pressed}>${say('mute-thing', { title })}</button>`
}

/** Saves a story, beside its tools or on its card; pressed, it takes it out. */
export function saveButton(
  { say }: Tongue,
  story: Pick<StoryCard, 'publicationSlug' | 'editionSlug' | 'slug' | 'headline'>,
  { isOn, named }: Standing = {},
): Html {
  const pressed = isOn === undefined ? '' : html`aria-pressed="${String(isOn)}"`
  const name = `${story.publicationSlug}/${story.editionSlug}/${story.slug}`
  const label = named ? html`aria-label="${say('save-story', { title: story.headline })}"` : ''
  const words = named
    ? ''
    : html`<span data-other="${say(isOn ? 'save' : 'saved')}">${say(isOn ? 'saved' : 'save')}</span>`
  return html`<button type="submit" class="tool save" name="${isOn === true ? 'unsave' : 'save'}" value="${name}" ${pressed} ${label}>${icon('bookmark')}${words}</button>`
}

/** Where a reader chooses the lists that a story goes on. @param name as forms call the story */
export function addToListAt({ locale }: Tongue, name: string, back: string): string {
  const at = href(addresses.lists, { locale: locale.name })
  return `${at}?${new URLSearchParams({ story: name, return: back })}`
}

/** The way to put a story on one of the reader's lists, and back to this path. */
export function listLink(
  tongue: Tongue,
  story: Pick<StoryCard, 'publicationSlug' | 'editionSlug' | 'slug' | 'headline'>,
  back: string,
  { named }: Pick<Standing, 'named'> = {},
): Html {
  const name = `${story.publicationSlug}/${story.editionSlug}/${story.slug}`
  const { say } = tongue
  const at = addToListAt(tongue, name, back)
  const label = say('list-add-story', { title: story.headline })
  const words = named ? '' : html`<span>${say('list-tool')}</span>`
  return html`<a class="tool to-list" href="${at}" rel="nofollow" aria-label="${label}">${icon('list')}${words}</a>`
}

/** Things in a row under what they are about, and a fold with those that may be muted. */
export function followRow(tongue: Tongue, things: readonly Thing[], back: string): Html {
  const { say } = tongue
  const mutable = things.filter(({ kind }) => kind !== 'byline')
  const follow = things.map((thing) => followButton(tongue, thing, { named: true }))
  const mute = mutable.map((thing) => muteButton(tongue, thing))
  const buttons = html`<div class="row">${follow}</div>${rather(tongue, mute)}`
  return html`<section class="follow" aria-labelledby="follow"><h2 id="follow">${say('follow')}</h2>${keeping(tongue, 'things', back, buttons)}</section>`
}

/** What a page is about, under its title. */
export function followOne(tongue: Tongue, thing: Thing, back: string): Html {
  const mute = thing.kind === 'byline' ? [] : [muteButton(tongue, thing)]
  const buttons = html`<div class="row">${followButton(tongue, thing)}</div>${rather(tongue, mute)}`
  return html`<div class="follow">${keeping(tongue, 'things', back, buttons)}</div>`
}

function rather({ say }: Tongue, mute: readonly Html[]): Html | '' {
  if (mute.length === 0) return ''
  return html`<details><summary>${say('mute-fold')}</summary><div class="row">${mute}</div></details>`
}
