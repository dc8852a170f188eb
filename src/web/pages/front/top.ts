import { html } from 'hono/html'
import type { StoryCard } from '#catalogue'
import { type Around, card, footOf, storyLink } from '../../components/card.ts'
import { canLead, isShowable, pictureBeside } from '../../components/picture.ts'
import type { Savable } from '../../components/savable.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import type { Arranged } from './arrange.ts'
import { type Part, whyMark, whyTold } from './why.ts'

/** How the whole page says things of its stories. */
export interface Manner {
  readonly tongue: Tongue
  readonly today: Temporal.PlainDate
  readonly marksOpen: boolean
  readonly keep: Savable | null
}

/** What a card of one part of the page says: also why it is there. */
export const aroundIn = ({ tongue, ...around }: Manner, part: Part): Around => ({
  ...around,
  why: whyMark(tongue, part),
})

const leadSizes = '(min-width: 72rem) 44rem, (min-width: 60rem) 62vw, 100vw'

/** Stories that fill a column beside the lead. */
const full = 3

/**
 * The lead and the second rank. Beside a lead with a picture the second rank is a column, and its
 * picture takes up what room is left; otherwise it is a row below, so that there is never a hole.
 */
export function topOf(manner: Manner, { lead, second }: Arranged): Html | '' {
  if (lead === null) return ''
  const { tongue } = manner
  const around = aroundIn(manner, 'lead')
  const beside = canLead(lead.picture) && second.length >= full
  const grows = second.find(({ picture }) => isShowable(picture))
  const drawn = second.map((story) => card(tongue, story, 'front', around))
  const ranked = grows === undefined ? 'unpictured' : ''
  const rank = second.length > 0 && html`<ul class="cards second ${ranked}">${drawn}</ul>`
  return html`<div class="top ${beside ? 'beside' : 'above'}">${leadStory(tongue, lead, around)}${rank}</div>${whyTold(tongue, 'lead')}`
}

function leadStory(tongue: Tongue, story: StoryCard, around: Around): Html {
  const { headline, standfirst, language, direction, picture } = story
  const speech = spokenIn(language, direction)
  const plate = canLead(picture)
    ? html`<div class="plate">${pictureBeside(picture, { sizes: leadSizes, first: true })}</div>`
    : ''
  const link = storyLink(tongue, story)
  return html`<article class="lead">${plate}<div class="words"><h2 class="${lengthOf(headline)}" ${speech}><a href="${link}">${headline}</a></h2>${standfirst && html`<p class="standfirst" ${speech}>${standfirst}</p>`}${footOf(tongue, story, 'front', around)}</div></article>`
}

/** A long headline is set smaller. */
export function lengthOf(headline: string): 'long' | 'mid' | '' {
  if (headline.length > 110) return 'long'
  return headline.length > 60 ? 'mid' : ''
}
