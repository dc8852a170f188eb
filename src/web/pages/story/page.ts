import { html } from 'hono/html'
import type { SaleOffer } from '#access'
import type { Correction, Publication, PublicStory, StoryCard } from '#catalogue'
import type { Money } from '#ground/money'
import type { Opening, Place, Whole } from '#reading'
import { storyLink } from '../../components/card.ts'
import { followRow } from '../../components/keeping.ts'
import { spokenIn } from '../../components/spoken.ts'
import { storyText } from '../../components/story-text.ts'
import { socialAddress } from '../../components/typeset-address.ts'
import type { Counts } from '../../keeping/shelves.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { WebSettings } from '../../needs.ts'
import type { Html } from '../../page.ts'
import { thingsIn } from '../mine/things.ts'
import { alsoIn } from './also-in.ts'
import { bylineOf, renderingsOf } from './byline.ts'
import { citationText } from './citation.ts'
import { storyLists } from './lists.ts'
import { placeIn } from './narration/place-in.ts'
import { givingOf, whyOpened } from './opened.ts'
import { originOf } from './origin.ts'
import type { OwnFacts } from './own-facts.ts'
import { toolsOf } from './tools.ts'
import { readInLine } from './translation/translate-tool.ts'
import type { AtHand } from './translation/translations-at-hand.ts'
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
  /** Stories of other publications that are largely the same. */
  readonly alike: readonly StoryCard[]
  readonly counts: Counts
  readonly settings: Pick<WebSettings, 'name' | 'publicUrl' | 'vat'>
  readonly offers: readonly SaleOffer[]
  /** Whether anything can be paid for here, and what the edition costs alone, or null. */
  readonly sold: boolean
  readonly alone: Money | null
  /** Null on the page that is for anyone. */
  readonly own: OwnFacts | null
  readonly meterFrom: Temporal.PlainDate
  /** Whether it can be heard. */
  readonly audible: boolean
  /** The languages in which it can be read here besides its own. */
  readonly atHand: readonly AtHand[]
  /** The language of addresses in which it is shown; null on its own page. */
  readonly shownIn: string | null
  /** Where a wall leads back to, if not to this story's own page. */
  readonly back?: string
  /** Where the reader who asks is in it; null for a stranger, whose browser knows. */
  readonly place: Place | null
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
  const rest = opening.kind === 'whole' ? restIn(opening) : ''
  return html`<article class="story" ${placeIn(tongue, page)}>${originOf(tongue, story)}<header>${headlineOf(story)}${story.standfirst && html`<p class="standfirst" ${speech}>${story.standfirst}</p>`}${bylineOf(tongue, story)}</header>${toolsOf(tongue, page, { address, citation })}${readInLine(tongue, page)}${renderingsOf(tongue, page.renderings)}${correctionsOf(tongue, story.corrections, publication.timeZone)}<div class="text" ${speech}>${storyText(story.lead)}${rest}</div>${endingOf(tongue, page)}${followRow(tongue, thingsIn(tongue, story), storyLink(tongue, story))}<p class="printed">${citation}</p>${turnOf(tongue, story.id, page.inEdition)}</article>`
}

/** Where the rest is open to some readers only, it can be led to. */
function restIn({ because, rest }: Whole): Html {
  const here = because === 'open-door' ? '' : html`<span id="rest"></span>`
  return html`${here}${storyText(rest)}`
}

function headlineOf({ headline, language, direction }: PublicStory): Html {
  const size = headline.length > 110 ? 'long' : headline.length > 60 ? 'middling' : ''
  return html`<h1 class="${size}" ${spokenIn(language, direction)}>${headline}</h1>`
}

export function endingOf(tongue: Tongue, page: StoryPage): Html {
  const { opening, settings } = page
  if (opening.kind === 'lead') {
    const wall = wallAround(tongue, { ...page, opening, stand: settings.name })
    return html`${wall}${alsoIn(tongue, page.alike)}`
  }
  const { story } = opening
  const going = story.complete ? '' : summaryOnly(tongue, story.home)
  return html`${going}<p class="from-edition">${storyFrom(tongue, story)}</p>${whyOpened(tongue, opening)}${givingOf(tongue, opening)}${alsoIn(tongue, page.alike)}`
}

/** What was put right after publishing, before the text, so that nobody reads past it. */
export function correctionsOf(
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
