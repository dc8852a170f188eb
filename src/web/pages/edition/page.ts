import { html } from 'hono/html'
import type { Edition, Neighbours, Publication, StoryCard } from '#catalogue'
import { type Money, moneyText } from '#ground/money'
import { addresses, href } from '../../addresses.ts'
import { card, marksOpenIn } from '../../components/card.ts'
import { cover } from '../../components/cover.ts'
import { icon } from '../../components/icon.ts'
import type { Savable } from '../../components/savable.ts'
import { spokenIn } from '../../components/spoken.ts'
import { coverAddress } from '../../components/typeset-address.ts'
import { vatSays } from '../../components/vat.ts'
import { setApart } from '../../languages/say.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { WebSettings } from '../../needs.ts'
import type { Html } from '../../page.ts'
import { buyEditionPath } from '../buy/buy-path.ts'
import { headlinesOf } from './headlines-of.ts'
import { hearEdition } from './hear-edition.ts'
import { sectionsOf } from './sections.ts'

interface EditionPage {
  readonly publication: Publication
  readonly edition: Edition
  /** In page order, at least one. */
  readonly stories: readonly StoryCard[]
  readonly neighbours: Neighbours
  /** What it costs alone, or null. */
  readonly price: Money | null
  readonly settings: Pick<WebSettings, 'vat'>
  /** Whether the reader who asks has bought it. */
  readonly owned: boolean
  /** Whether its stories can be heard. */
  readonly audible: boolean
  readonly keep: Savable | null
}

export function editionSheet(tongue: Tongue, page: EditionPage): Sheet {
  const { publication, edition, stories } = page
  const { say, locale } = tongue
  const names = { locale: locale.name, publication: publication.slug }
  const minutes = stories.reduce((sum, story) => sum + story.minutes, 0)
  const sentence = say('edition-sentence', {
    date: tongue.fullDate(edition.date),
    stories: stories.length,
    time: tongue.duration(minutes),
  })
  const own = { publication, edition, headlines: headlinesOf(stories), stories: stories.length }
  const speech = spokenIn(publication.language)
  const called =
    edition.name === '' ? '' : html`<p class="called"><bdi ${speech}>${edition.name}</bdi></p>`
  const title = setApart(publication.title, locale)
  return {
    title: say('named-edition-of', { name: title, date: tongue.date(edition.date) }),
    description: sentence,
    path: href(addresses.edition, { ...names, edition: edition.slug }),
    language: publication.language,
    kind: 'edition',
    ...(page.keep && { styles: 'saving.css' }),
    subject: { kind: 'edition', publication, edition },
    picture: coverAddress(own),
    body: html`<div class="edition-page"><header><div class="front-page">${cover(tongue, own, { sizes: '(min-width: 52rem) 18rem, 15rem', first: true })}</div><div class="about"><h1><a class="masthead" href="${href(addresses.publication, names)}" ${speech}>${publication.title}</a> <span class="when"><time datetime="${edition.date.toString()}">${say('edition-of', { date: tongue.date(edition.date) })}</time></span></h1>${called}<p class="sentence">${sentence}</p>${languagesOf(tongue, stories)}${page.audible ? hearEdition(tongue, stories) : ''}${turnOver(tongue, page)}</div>${saleOf(tongue, page)}</header>${contentsOf(tongue, page)}</div>`,
  }
}

/** In which languages its stories are, when that is not just the reader's. */
function languagesOf(tongue: Tongue, stories: readonly StoryCard[]): Html | '' {
  const names = [...new Set(stories.map(({ language }) => tongue.language(language)))]
  const others = stories.some(({ language }) => tongue.otherLanguage(language) !== null)
  if (!others) return ''
  return html`<p class="facts">${names.map((name) => html`<span class="tag">${name}</span>`)}</p>`
}

/** That it can be bought alone, and for how much; or that the reader has. */
function saleOf(tongue: Tongue, page: EditionPage): Html | '' {
  const { say, locale } = tongue
  const { publication, edition, price, owned, settings } = page
  if (owned) return html`<p class="sale" role="note">${say('edition-yours')}</p>`
  if (price === null) return ''
  const to = buyEditionPath(tongue, { publication: publication.slug, edition: edition.slug })
  const words = say('edition-alone', { price: moneyText(price, locale.tag) })
  const says = [words, ...vatSays(tongue, settings)]
  return html`<div class="sale"><p>${says.join(' ')}</p><a class="button" href="${to}" rel="nofollow">${say('edition-buy')}</a></div>`
}

function contentsOf(tongue: Tongue, { stories, keep }: EditionPage): Html {
  const sections = sectionsOf(stories)
  const around = { marksOpen: marksOpenIn(stories), keep }
  const parts = sections.map(({ name, anchor, language, stories: inside }) => {
    const otherwise = tongue.say(sections.length === 1 ? 'contents' : 'more-stories')
    const title = name === '' ? otherwise : html`<bdi ${spokenIn(language)}>${name}</bdi>`
    const drawn = inside.map((story) => card(tongue, story, 'section', around))
    return html`<section id="${anchor}"><h2>${title}</h2><ul class="cards">${drawn}</ul></section>`
  })
  return html`<div class="contents">${parts}</div>`
}

/** Links to the editions just before and after this one. */
function turnOver(tongue: Tongue, { publication, neighbours }: EditionPage): Html | '' {
  const { earlier, later } = neighbours
  if (earlier === null && later === null) return ''
  const to = (other: Edition) =>
    href(addresses.edition, {
      locale: tongue.locale.name,
      publication: publication.slug,
      edition: other.slug,
    })
  const words = (other: Edition, key: 'previous-edition' | 'next-edition') =>
    tongue.say(key, { date: tongue.date(other.date) })
  return html`<nav class="neighbours" aria-label="${tongue.say('other-editions')}">${earlier && html`<a href="${to(earlier)}" rel="prev">${icon('previous')}<span>${words(earlier, 'previous-edition')}</span></a>`}${later && html`<a href="${to(later)}" rel="next">${icon('next')}<span>${words(later, 'next-edition')}</span></a>`}</nav>`
}
