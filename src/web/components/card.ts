import { html } from 'hono/html'
import type { StoryCard } from '#catalogue'
import { addresses, href } from '../addresses.ts'
import type { Tongue } from '../languages/tongue.ts'
import type { Html } from '../page.ts'
import { pictureBeside } from './picture.ts'
import { spokenIn } from './spoken.ts'

/** Where a card stands decides what it has to say: under a section's name it need not name it. */
export type CardPlace = 'edition' | 'section' | 'publication' | 'front' | 'river'

export function storyLink(tongue: Tongue, story: StoryCard): string {
  return href(addresses.story, {
    locale: tongue.locale.name,
    publication: story.publicationSlug,
    edition: story.editionSlug,
    story: story.slug,
  })
}

/** A story in a list. */
export function card(tongue: Tongue, story: StoryCard, place: CardPlace): Html {
  const speech = spokenIn(story.language, story.direction)
  const standfirst =
    story.standfirst === '' ? '' : html`<p class="standfirst" ${speech}>${story.standfirst}</p>`
  const picture =
    story.picture === null
      ? ''
      : html`<div class="thumb">${pictureBeside(story.picture, { sizes: '7rem' })}</div>`
  return html`<li class="card"><div class="words" dir="${story.direction}"><h3 ${speech}><a href="${storyLink(tongue, story)}">${story.headline}</a></h3>${standfirst}${factsOf(tongue, story, place)}</div>${picture}</li>`
}

/**
 * The small line under a headline: where it is from, when, and how long it takes. Every fact stands
 * apart, so that names of either direction keep their order.
 */
export function factsOf(tongue: Tongue, story: StoryCard, place: CardPlace): Html {
  const { say, otherLanguage } = tongue
  const alone = place === 'front' || place === 'river'
  const facts: (Html | string)[] = []
  if (alone) facts.push(publicationFact(tongue, story))
  if (place === 'publication') facts.push(dateFact(tongue, story.editionDate))
  if (story.section !== '' && place !== 'section' && place !== 'river') {
    facts.push(html`<bdi ${spokenIn(story.language, story.direction)}>${story.section}</bdi>`)
  }
  facts.push(say('minutes', { minutes: story.minutes }))
  const unexpected = alone || story.language !== story.publicationLanguage
  const other = unexpected ? otherLanguage(story.language) : null
  const tag = other === null ? '' : html`<span class="tag">${other}</span>`
  return html`<p class="facts">${facts.map((fact) => html`<span><bdi>${fact}</bdi></span>`)}${tag}</p>`
}

function publicationFact(tongue: Tongue, story: StoryCard): Html {
  const { publicationSlug: publication, publicationTitle, publicationLanguage } = story
  const link = href(addresses.publication, { locale: tongue.locale.name, publication })
  return html`<a class="from" href="${link}" ${spokenIn(publicationLanguage)}>${publicationTitle}</a>`
}

const dateFact = (tongue: Tongue, date: Temporal.PlainDate): Html =>
  html`<time datetime="${date.toString()}">${tongue.date(date)}</time>`
