import { html } from 'hono/html'
import { signInFor } from '../../../components/bar.ts'
import { storyLink } from '../../../components/card.ts'
import type { Tongue } from '../../../languages/tongue.ts'
import type { Html } from '../../../page.ts'
import { translationNote } from '../byline.ts'
import type { ByMachine, ByPerson, Shown } from './shown-text.ts'
import { inLanguage } from './translate-tool.ts'

export type View = 'beside' | 'in-place'

interface Labelled {
  readonly shown: Shown
  readonly view: View
  /** IANA zone in which the stand says what day it is. */
  readonly zone: string
  readonly isStranger: boolean
}

/** Above the text: whose translation it is, what it lacks, and every way to the original. */
export function labelOf(tongue: Tongue, labelled: Labelled): Html {
  const { shown } = labelled
  const { by } = shown
  const whose =
    by.kind === 'machine' ? machineLine(tongue, by, labelled.zone) : personLines(tongue, shown, by)
  const short = by.kind === 'machine' ? shortLine(tongue, by, labelled) : ''
  const tap =
    labelled.view === 'in-place' &&
    html`<p class="scripted">${tongue.say('press-for-original')}</p>`
  return html`<aside class="rendered" aria-label="${tongue.say('translation')}">${whose}${short}${tap}<p class="ways">${waysOf(tongue, labelled)}</p></aside>`
}

function machineLine(tongue: Tongue, { engine, at }: ByMachine, zone: string): Html {
  const date = tongue.date(at.toZonedDateTimeISO(zone).toPlainDate())
  return html`<p>${tongue.say('translated-by-machine', { engine, date })}</p>`
}

function personLines(tongue: Tongue, { opening }: Shown, { opening: theirs }: ByPerson): Html {
  const { say } = tongue
  const { story } = theirs
  const isOriginal = story.translatedFrom === null
  const note = isOriginal ? say('translation-is-original') : translationNote(tongue, story)
  const [newest] = opening.story.corrections
  const isOlder = newest !== undefined && Temporal.Instant.compare(newest.at, story.changedAt) > 0
  const older = isOlder && html`<p>${say('translation-older')}</p>`
  // It stands open elsewhere, while here it ends where the original does.
  const isOpenThere = theirs.kind === 'whole' && opening.kind === 'lead'
  const open = isOpenThere && html`<p>${say('translation-whole-there')}</p>`
  return html`<p>${note}</p>${older}${open}`
}

/** One line on what is missing, and how to go on. */
function shortLine(tongue: Tongue, { short }: ByMachine, { shown, view, isStranger }: Labelled) {
  if (short === null) return ''
  const here = addressOf(tongue, shown, view)
  const again = html`<a href="${here}" rel="nofollow">${tongue.say('translation-again')}</a>`
  const enter = html`<a href="${signInFor(tongue.locale.name, here)}" rel="nofollow">${tongue.say('wall-sign-in')}</a>`
  const on = { waiting: again, failed: again, spent: '', limit: isStranger ? enter : again }[short]
  return html`<p class="short" role="note">${tongue.say(`translation-${short}`)} ${on}</p>`
}

function waysOf(tongue: Tongue, { shown, view }: Labelled): Html {
  const { say } = tongue
  const { by, opening } = shown
  const { story } = opening
  const theirs = by.kind === 'person' && by.opening.story
  const own =
    theirs &&
    html`<a href="${storyLink(tongue, theirs)}" hreflang="${theirs.language}">${say('translation-at', { publication: theirs.publicationTitle })}</a>`
  const other = view === 'beside' ? 'in-place' : 'beside'
  const words = view === 'beside' ? say('only-translation') : say('side-by-side')
  return html`${own} <a href="${storyLink(tongue, story)}" hreflang="${story.language}">${say('read-original')}</a> <a href="${addressOf(tongue, shown, other)}" rel="nofollow">${words}</a>`
}

/** Where this is. */
export function addressOf(
  tongue: Tongue,
  { opening, asked }: Pick<Shown, 'opening' | 'asked'>,
  view: View,
): string {
  const path = inLanguage(tongue, opening.story, asked)
  return view === 'beside' ? `${path}?view=beside` : path
}
