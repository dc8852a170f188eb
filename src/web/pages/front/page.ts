import { html } from 'hono/html'
import type { EditionCard, PublicationKind, StoryCard } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { card, factsOf, storyLink } from '../../components/card.ts'
import { copyOf } from '../../components/cover.ts'
import { pictureBeside } from '../../components/picture.ts'
import { spokenIn } from '../../components/spoken.ts'
import { coverAddress } from '../../components/typeset-address.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import type { Section } from '../edition/sections.ts'
import { arrange } from './arrange.ts'
import { countOf } from './counts.ts'

interface FrontPage {
  readonly today: Temporal.PlainDate
  readonly count: { readonly publications: number; readonly stories: number }
  readonly shelf: readonly { readonly copy: EditionCard; readonly kind: PublicationKind }[]
  /** The newest stories of the stand, newest first; at least one. */
  readonly newest: readonly StoryCard[]
  readonly stand: string
}

/** Covers that may be on the first screen. */
const atOnce = 2

export function frontSheet(tongue: Tongue, page: FrontPage): Sheet {
  const { today, count, shelf, newest, stand } = page
  const { say, locale } = tongue
  const { lead, second, river } = arrange(newest, locale.tag)
  const counts = [
    countOf(tongue, 'publications', count.publications),
    countOf(tongue, 'stories', count.stories),
  ]
  const copies = shelf.map(({ copy }, at) => copyOf(tongue, copy, { first: at < atOnce }))
  const seconds = second.map((story) => card(tongue, story, 'front'))
  const alone = second.length === 0 ? 'alone' : ''
  return {
    title: stand,
    description: tongue.list(counts),
    path: href(addresses.front, { locale: locale.name }),
    kind: 'front',
    ...(shelf[0] && { picture: coverAddress(shelf[0].copy) }),
    ...(lead && { language: lead.language }),
    body: html`<h1 class="today"><time datetime="${today.toString()}">${tongue.dayAndDate(today)}</time></h1><p class="facts counts">${counts.map((one) => html`<span>${one}</span>`)}</p><div class="top ${alone}">${lead && leadStory(tongue, lead)}${seconds.length > 0 && html`<ul class="cards second">${seconds}</ul>`}</div><section class="copies"><h2>${say('new-editions')}</h2><ul class="shelf">${copies}</ul></section>${riverOf(tongue, river)}`,
  }
}

function leadStory(tongue: Tongue, story: StoryCard): Html {
  const { headline, standfirst, language, direction, picture } = story
  const speech = spokenIn(language, direction)
  const sizes = '(min-width: 60rem) 44rem, 100vw'
  const shown =
    picture && html`<div class="plate">${pictureBeside(picture, { sizes, first: true })}</div>`
  const long = headline.length > 110 ? 'long' : ''
  const link = storyLink(tongue, story)
  return html`<article class="lead" dir="${direction}">${shown}<h2 class="${long}" ${speech}><a href="${link}">${headline}</a></h2>${standfirst && html`<p class="standfirst" ${speech}>${standfirst}</p>`}${factsOf(tongue, story, 'front')}</article>`
}

function riverOf(tongue: Tongue, sections: readonly Section[]): Html | '' {
  if (sections.length === 0) return ''
  const parts = sections.map(({ name, language, stories }) => {
    const cards = stories.map((story) => card(tongue, story, 'river'))
    const otherwise = tongue.say('more-stories')
    const title = name === '' ? otherwise : html`<bdi ${spokenIn(language)}>${name}</bdi>`
    return html`<section><h3 class="topic">${title}</h3><ul class="cards">${cards}</ul></section>`
  })
  return html`<section class="river"><h2>${tongue.say('new-stories')}</h2><div class="columns">${parts}</div></section>`
}
