import { html } from 'hono/html'
import { stateOf } from '#catalogue'
import { baseLanguage } from '#ground/language'
import { addresses, href } from '../../addresses.ts'
import { isShowable, pictureBeside } from '../../components/picture.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { collectionLink } from './about-collection.ts'
import { type CollectionPage, collectionFacts } from './collection-page.ts'

/** All collections that readers may see: those that run, the reader's language first; then the others. */
export function collectionsSheet(tongue: Tongue, pages: readonly CollectionPage[]): Sheet {
  const { say, locale } = tongue
  const runs = ({ collection, now }: CollectionPage) =>
    stateOf(collection, now.toInstant()) === 'running'
  const isOwn = ({ collection }: CollectionPage) =>
    baseLanguage(collection.language) === baseLanguage(locale.tag)
  const running = pages.filter(runs).sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
  const ended = pages.filter((page) => !runs(page))
  const earlier =
    ended.length > 0 &&
    html`<section class="earlier"><h2>${say('collections-earlier')}</h2>${listOf(tongue, ended, 'h3')}</section>`
  return {
    title: say('collections-title'),
    description: say('collections-intro'),
    path: href(addresses.collections, { locale: locale.name }),
    kind: 'list',
    styles: 'collection.css',
    subject: { kind: 'list' },
    body: html`<div class="collections-page"><header><h1>${say('collections-title')}</h1><p class="standfirst">${say('collections-intro')}</p></header>${pages.length === 0 ? html`<p class="kind">${say('collections-empty')}</p>` : ''}${listOf(tongue, running, 'h2')}${earlier}</div>`,
  }
}

function listOf(tongue: Tongue, pages: readonly CollectionPage[], level: 'h2' | 'h3'): Html | '' {
  if (pages.length === 0) return ''
  return html`<ul class="collections">${pages.map((page) => entryOf(tongue, page, level))}</ul>`
}

function entryOf(tongue: Tongue, page: CollectionPage, level: 'h2' | 'h3'): Html {
  const { collection, stories } = page
  const { title, introduction, language, editor } = collection
  const speech = spokenIn(language)
  const pictured = stories.find(({ story }) => isShowable(story.picture))?.story.picture ?? null
  const picture = pictured && html`<div class="thumb">${pictureBeside(pictured, { sizes })}</div>`
  const by = html`<p class="by">${tongue.say('collection-by', { editor })}</p>`
  return html`<li class="card"><div class="words"><${level} class="headline" ${speech}><a href="${collectionLink(tongue, collection)}">${title}</a></${level}><p class="standfirst" ${speech}>${introduction}</p>${by}${collectionFacts(tongue, page)}</div>${picture}</li>`
}

const sizes = '(min-width: 40rem) 18rem, 7rem'
