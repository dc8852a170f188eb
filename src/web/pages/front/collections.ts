import { html } from 'hono/html'
import { type Collection, stateOf } from '#catalogue'
import { baseLanguage } from '#ground/language'
import { addresses, href } from '../../addresses.ts'
import { footOf, storyLink } from '../../components/card.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Html } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { collectionLink } from '../collections/about-collection.ts'
import { type Collected, collectedIn } from '../collections/collected.ts'
import type { Manner } from './top.ts'

/** A collection as the front page shows it: the first few of its stories. */
export interface FrontCollection {
  readonly collection: Collection
  readonly stories: readonly Collected[]
}

const mostCollections = 2
const mostStories = 3

/**
 * Those that run and are for readers of this language: in it, or marked for all. What is in it comes
 * first, then what began last.
 * @param language of the page
 */
export async function runningFor(
  needs: Pick<PageNeeds, 'stories' | 'clock'>,
  scheduled: readonly Collection[],
  language: string,
): Promise<readonly FrontCollection[]> {
  const at = needs.clock()
  const isOwn = (one: Collection) => baseLanguage(one.language) === baseLanguage(language)
  const running = scheduled
    .filter((one) => stateOf(one, at) === 'running' && (one.everywhere || isOwn(one)))
    .sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
  const storiesOf = await collectedIn(needs, running)
  return running
    .map((collection) => ({ collection, stories: storiesOf(collection).slice(0, mostStories) }))
    .filter(({ stories }) => stories.length > 0)
    .slice(0, mostCollections)
}

/** Who chose stands in the head of each, and why beside every story. */
export function collectionsOf(manner: Manner, collections: readonly FrontCollection[]): Html | '' {
  if (collections.length === 0) return ''
  const { say, locale } = manner.tongue
  const all = href(addresses.collections, { locale: locale.name })
  const head = html`<div class="head"><h2>${say('collections-title')}</h2><a href="${all}">${say('all-collections')}</a></div>`
  return html`<section class="chosen-for-you">${head}${collections.map((one) => collectionOf(manner, one))}</section>`
}

function collectionOf(manner: Manner, { collection, stories }: FrontCollection): Html {
  const { tongue } = manner
  const { title, introduction, language, editor } = collection
  const speech = spokenIn(language)
  const by = tongue.say('collection-by', { editor })
  const intro = html`<div class="intro"><h3 ${speech}><a href="${collectionLink(tongue, collection)}">${title}</a></h3><p class="standfirst" ${speech}>${introduction}</p><p class="by">${by}</p></div>`
  const drawn = stories.map((one) => chosenCard(manner, collection, one))
  return html`<div class="one-collection">${intro}<ul class="cards">${drawn}</ul></div>`
}

function chosenCard(
  { tongue, ...around }: Manner,
  { language }: Collection,
  { story, reason }: Collected,
): Html {
  const speech = spokenIn(story.language, story.direction)
  return html`<li class="card"><div class="words"><h4 class="headline" ${speech}><a href="${storyLink(tongue, story)}">${story.headline}</a></h4><div class="reason"><p class="said" ${spokenIn(language)}>${reason}</p></div>${footOf(tongue, story, 'told', around)}</div></li>`
}
