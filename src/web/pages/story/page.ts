import { html } from 'hono/html'
import type { Correction, Publication, PublicStory, StoryCard } from '#catalogue'
import type { Opening } from '#reading'
import { storyLink } from '../../components/card.ts'
import { spokenIn } from '../../components/spoken.ts'
import { storyText } from '../../components/story-text.ts'
import { socialAddress } from '../../components/typeset-address.ts'
import type { Counts } from '../../keeping/shelves.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { WebSettings } from '../../needs.ts'
import type { Html } from '../../page.ts'
import { bylineOf, renderingsOf } from './byline.ts'
import { citationText } from './citation.ts'
import { storyLists } from './lists.ts'
import { originOf } from './origin.ts'
import { toolsOf } from './tools.ts'
import { turnOf } from './turn.ts'
import { storyFrom, summaryOnly, wallAround } from './wall.ts'

export interface StoryPage {
  readonly opening: Extract<Opening, { story: PublicStory }>
  readonly publication: Publication
  readonly inEdition: readonly StoryCard[]
  /** The newest of the publication that are not in the edition. */
  readonly latest: readonly StoryCard[]
  /** The same work in other languages. */
  readonly renderings: readonly StoryCard[]
  readonly counts: Counts
  readonly settings: Pick<WebSettings, 'name' | 'offers' | 'publicUrl'>
}

export function storySheet(tongue: Tongue, page: StoryPage): Sheet {
  const { story } = page.opening
  return {
    title: story.headline,
    description: story.standfirst,
    path: storyLink(tongue, story),
    language: story.language,
    kind: 'story',
    subject: { kind: 'story', story, publication: page.publication, translations: page.renderings },
    picture: socialAddress(story, page.publication),
    body: article(tongue, page),
    lists: storyLists(tongue, { ...page, id: story.id }),
  }
}

function article(tongue: Tongue, page: StoryPage): Html {
  const { opening, publication, settings } = page
  const { story } = opening
  const speech = spokenIn(story.language, story.direction)
  const address = settings.publicUrl.origin + storyLink(tongue, story)
  const citation = citationText(tongue, { story, address })
  const rest = opening.kind === 'whole' ? storyText(opening.rest) : ''
  return html`<article class="story">${originOf(tongue, story)}<header>${headlineOf(story)}${story.standfirst && html`<p class="standfirst" ${speech}>${story.standfirst}</p>`}${bylineOf(tongue, story)}</header>${toolsOf(tongue, story, { address, citation })}${renderingsOf(tongue, page.renderings)}${correctionsOf(tongue, story.corrections, publication.timeZone)}<div class="text" ${speech}>${storyText(story.lead)}${rest}</div>${endingOf(tongue, page)}<p class="printed">${citation}</p>${turnOf(tongue, story.id, page.inEdition)}</article>`
}

function headlineOf({ headline, language, direction }: PublicStory): Html {
  const size = headline.length > 110 ? 'long' : headline.length > 60 ? 'middling' : ''
  return html`<h1 class="${size}" ${spokenIn(language, direction)}>${headline}</h1>`
}

function endingOf(tongue: Tongue, { opening, publication, counts, settings }: StoryPage): Html {
  const { story } = opening
  if (opening.kind === 'lead') {
    const { name: stand, offers } = settings
    const { because } = opening
    const { licence } = publication
    return wallAround(tongue, { story, because, licence, stand, offers, counts })
  }
  const going = story.complete ? '' : summaryOnly(tongue, story.home)
  return html`${going}<p class="from-edition">${storyFrom(tongue, story)}</p>`
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
