import { html } from 'hono/html'
import type { Correction, Publication, PublicStory, StoryCard } from '#catalogue'
import type { Opening } from '#reading'
import { storyLink } from '../../components/card.ts'
import { spokenIn } from '../../components/spoken.ts'
import { storyText } from '../../components/story-text.ts'
import { socialAddress } from '../../components/typeset-address.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { storyLists } from './lists.ts'
import { originOf } from './origin.ts'
import { storyFrom, summaryOnly, wallAround } from './wall.ts'

export interface StoryPage {
  readonly opening: Extract<Opening, { story: PublicStory }>
  readonly publication: Publication | null
  readonly inEdition: readonly StoryCard[]
  readonly latest: readonly StoryCard[]
  readonly stand: string
}

export function storySheet(tongue: Tongue, page: StoryPage): Sheet {
  const { story } = page.opening
  return {
    title: story.headline,
    description: story.standfirst,
    path: storyLink(tongue, story),
    language: story.language,
    kind: 'story',
    ...(page.publication && { picture: socialAddress(story, page.publication) }),
    body: article(tongue, page),
    lists: storyLists(tongue, { ...page, id: story.id }),
  }
}

function article(tongue: Tongue, { opening, publication, stand }: StoryPage): Html {
  const { story } = opening
  const speech = spokenIn(story.language, story.direction)
  const long = story.headline.length > 110 ? 'long' : ''
  const whole = opening.kind === 'whole'
  return html`<article class="story">${originOf(tongue, story)}<header><h1 class="${long}" ${speech}>${story.headline}</h1>${story.standfirst && html`<p class="standfirst" ${speech}>${story.standfirst}</p>`}${bylineOf(tongue, story)}</header>${correctionsOf(tongue, story.corrections, publication?.timeZone ?? 'UTC')}<div class="text" ${speech}>${storyText(story.lead)}${whole ? storyText(opening.rest) : ''}</div>${whole ? ending(tongue, story) : wallAround(tongue, { story, because: opening.because, stand })}</article>`
}

function bylineOf(tongue: Tongue, story: PublicStory): Html {
  const names = story.bylines.length > 0 && tongue.say('by', { names: tongue.list(story.bylines) })
  const time = tongue.say('reading-time', { minutes: story.minutes })
  return html`<p class="byline">${names && html`<span>${names}</span>`}<span>${time}</span></p>`
}

/** What was put right after publishing, before the text, so that nobody reads past it. */
function correctionsOf(
  tongue: Tongue,
  corrections: readonly Correction[],
  zone: string,
): Html | '' {
  if (corrections.length === 0) return ''
  const notes = corrections.map(({ at, note }) => {
    const day = at.toZonedDateTimeISO(zone).toPlainDate()
    const said = note === '' ? tongue.say('changed-by-publisher') : html`<bdi>${note}</bdi>`
    return html`<li><time datetime="${at.toString()}">${tongue.date(day)}</time> ${said}</li>`
  })
  const title = tongue.say('corrections', { count: corrections.length })
  return html`<aside class="corrections" aria-labelledby="corrections"><h2 id="corrections">${title}</h2><ul>${notes}</ul></aside>`
}

function ending(tongue: Tongue, story: PublicStory): Html {
  const going = story.complete ? '' : summaryOnly(tongue, story.home)
  return html`${going}<p class="from-edition">${storyFrom(tongue, story)}</p>`
}
