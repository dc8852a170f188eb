import { html } from 'hono/html'
import type { Edition, EditionCard, Publication, StoryCard } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { card } from '../../components/card.ts'
import { cover } from '../../components/cover.ts'
import { spokenIn } from '../../components/spoken.ts'
import { coverAddress } from '../../components/typeset-address.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { editionName } from '../story/origin.ts'
import { sectionsOf } from './sections.ts'

interface EditionPage {
  readonly publication: Publication
  readonly edition: Edition
  readonly stories: readonly StoryCard[]
  /** The editions of the publication, newest first. */
  readonly all: readonly EditionCard[]
}

export function editionSheet(tongue: Tongue, page: EditionPage): Sheet {
  const { publication, edition, stories } = page
  const { say, locale } = tongue
  const names = { locale: locale.name, publication: publication.slug }
  const minutes = stories.reduce((sum, story) => sum + story.minutes, 0)
  const time = say('minutes-long', { minutes })
  const summary = say('contents-summary', { stories: stories.length, time })
  const name = editionName(tongue, edition)
  const own = { publication, edition, headlines: headlinesOf(stories), stories: stories.length }
  const other = tongue.otherLanguage(publication.language)
  const tag = other === null ? '' : html`<span class="tag">${other}</span>`
  const masthead = html`<a class="masthead" href="${href(addresses.publication, names)}" ${spokenIn(publication.language)}>${publication.title}</a>`
  return {
    title: say('named-edition-of', { name: publication.title, date: tongue.date(edition.date) }),
    description: summary,
    path: href(addresses.edition, { ...names, edition: edition.slug }),
    language: publication.language,
    kind: 'edition',
    picture: coverAddress(own),
    body: html`<div class="edition-page"><header><div class="front-page">${cover(tongue, own, { sizes: '(min-width: 60rem) 20rem, 60vw', first: true })}</div><h1>${masthead}<span>${name}</span></h1><p class="facts"><span>${summary}</span>${tag}</p>${neighbours(tongue, page)}</header>${contents(tongue, stories)}</div>`,
  }
}

const headlinesOf = (stories: readonly StoryCard[]) =>
  stories.slice(0, 4).map(({ headline, language }) => ({ text: headline, language }))

function contents(tongue: Tongue, stories: readonly StoryCard[]): Html {
  const sections = sectionsOf(stories)
  const parts = sections.map(({ name, language, stories: inSection }) => {
    const otherwise = tongue.say(sections.length === 1 ? 'contents' : 'more-stories')
    const title = name === '' ? otherwise : html`<bdi ${spokenIn(language)}>${name}</bdi>`
    const cards = inSection.map((story) => card(tongue, story, 'section'))
    return html`<section><h2>${title}</h2><ul class="cards">${cards}</ul></section>`
  })
  return html`<div class="contents">${parts}</div>`
}

/** Links to the editions just before and after this one. */
function neighbours(tongue: Tongue, { publication, edition, all }: EditionPage): Html | '' {
  const at = all.findIndex(({ edition: other }) => other.id === edition.id)
  const earlier = at === -1 ? undefined : all[at + 1]?.edition
  const later = all[at - 1]?.edition
  if (earlier === undefined && later === undefined) return ''
  const link = (other: Edition, key: 'previous-edition' | 'next-edition') => {
    const names = { locale: tongue.locale.name, publication: publication.slug, edition: other.slug }
    const words = tongue.say(key, { date: tongue.date(other.date) })
    return html`<a href="${href(addresses.edition, names)}">${words}</a>`
  }
  return html`<nav class="neighbours" aria-label="${tongue.say('other-editions')}">${earlier && link(earlier, 'previous-edition')}${later && link(later, 'next-edition')}</nav>`
}
