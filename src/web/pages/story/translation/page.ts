import { html } from 'hono/html'
import { lengthOf, type PublicStory } from '#catalogue'
import { storyLink } from '../../../components/card.ts'
import { spokenIn } from '../../../components/spoken.ts'
import type { Tongue } from '../../../languages/tongue.ts'
import type { Sheet } from '../../../layout.ts'
import type { Html } from '../../../page.ts'
import { bylineOf } from '../byline.ts'
import { citationText } from '../citation.ts'
import { placeIn } from '../narration/place-in.ts'
import { originOf } from '../origin.ts'
import { correctionsOf, endingOf, type StoryPage } from '../page.ts'
import { toolsOf } from '../tools.ts'
import { addressOf, labelOf, type View } from './label.ts'
import type { Opened, Shown } from './shown-text.ts'
import { textRows } from './text-rows.ts'

export interface TranslatedPage extends Omit<StoryPage, 'opening'> {
  readonly shown: Shown
  readonly view: View
  readonly isStranger: boolean
}

export function translatedSheet(tongue: Tongue, page: TranslatedPage): Sheet {
  const { shown, view } = page
  return {
    title: shown.headline,
    path: addressOf(tongue, shown, view),
    unlisted: true,
    language: shown.language,
    kind: 'story',
    styles: 'translation.css',
    body: article(tongue, page),
  }
}

function article(tongue: Tongue, page: TranslatedPage): Html {
  const { shown, view, settings, isStranger } = page
  const { story } = shown.opening
  const address = settings.publicUrl.origin + storyLink(tongue, story)
  const citation = citationText(tongue, { story, address })
  const own = storyShown(shown)
  // The tools are for the story; how long it takes is that of the translation.
  const opening = { ...shown.opening, story: { ...story, minutes: own.minutes, left: own.left } }
  const label = labelOf(tongue, { shown, view, zone: page.publication.timeZone, isStranger })
  const zone = shown.publication.timeZone
  // The text runs the other way than the page: so do the columns of its head.
  const mirrored = shown.direction === tongue.locale.direction ? '' : ' mirrored'
  const looks = view === 'beside' ? `both${mirrored}` : view
  const place = placeIn(tongue, { ...page, opening: faceOf(shown) })
  return html`<article class="story ${looks}" ${place}>${originOf(tongue, story)}${headOf(tongue, page, own)}${toolsOf(tongue, { ...page, opening }, { address, citation })}${label}${correctionsOf(tongue, story.corrections, zone)}${textRows(tongue, shown, view)}${endOf(tongue, page)}<p class="printed">${citation}</p></article>`
}

/** Whose blocks stand on the page: the place in it is kept under this story. */
const faceOf = ({ by, opening }: Shown): Opened => (by.kind === 'person' ? by.opening : opening)

function headOf(tongue: Tongue, { shown, view }: TranslatedPage, own: PublicStory): Html {
  const { opening, by, headline, standfirst, language, direction } = shown
  const { story } = opening
  const isLost = by.kind === 'machine' && by.headlineFlags.includes('untranslated')
  const words = isLost ? spokenIn(story.language, story.direction) : spokenIn(language, direction)
  const hidden = view === 'in-place' && 'hidden'
  const source = (line: string, shownLine: string, kind: string) =>
    line !== '' &&
    line !== shownLine &&
    html`<p class="source ${kind}" ${spokenIn(story.language, story.direction)} ${hidden}>${line}</p>`
  const island = view === 'in-place' && html`data-island="translation"`
  return html`<header ${island}><h1 class="${headline.length > 60 ? 'long' : 'middling'}" ${words}>${headline}</h1>${source(story.headline, headline, 'as-headline')}${standfirst && html`<p class="standfirst" ${spokenIn(language, direction)}>${standfirst}</p>`}${source(story.standfirst, standfirst, 'as-standfirst')}${bylineOf(tongue, own)}</header>`
}

/** The story as it is shown: a person's own, or the original with the length of what a machine wrote. */
function storyShown({ by, opening, part, rows, language }: Shown): PublicStory {
  if (by.kind === 'person') return by.opening.story
  const { story } = opening
  const here = lengthOf(
    rows.flatMap((row) => row.shown),
    language,
  ).minutes
  if (part === 'whole' || story.left === null) return { ...story, minutes: here }
  // Nobody has read the rest yet: it takes as much longer as the lead does.
  const before = Math.max(1, story.minutes - story.left.minutes)
  const left = Math.max(1, Math.round((story.left.minutes * here) / before))
  return { ...story, minutes: here + left, left: { ...story.left, minutes: left } }
}

/** What ends the page is what ends the text: the wall of a translation is that of its own door. */
function endOf(tongue: Tongue, page: TranslatedPage): Html | '' {
  const { shown, view } = page
  const back = addressOf(tongue, shown, view)
  const { by, opening } = shown
  if (by.kind === 'person') {
    const isOpenThere = by.opening.kind === 'whole' && opening.kind === 'lead'
    if (isOpenThere) return ''
    return endingOf(tongue, { ...page, opening: by.opening, publication: by.publication, back })
  }
  return endingOf(tongue, { ...page, opening, back })
}
