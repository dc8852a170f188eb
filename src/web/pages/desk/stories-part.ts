import { html } from 'hono/html'
import { type Chosen, longestReason, type StoryCard } from '#catalogue'
import { directionOf } from '#ground/language'
import { storyLink } from '../../components/card.ts'
import { type IconName, icon } from '../../components/icon.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import type { EditPage } from './edit-page.ts'
import { control, errorAt, keptNow } from './fields.ts'

/** The stories in their order, each with its reason and the buttons that move it. */
export function storiesPart(tongue: Tongue, page: EditPage): Html {
  const { say } = tongue
  const fault = errorAt(tongue, page, 'chosen')
  const error = fault && html`<p class="problem">${fault}</p>`
  const drawn = page.typed.chosen.map((one) => item(tongue, page, one))
  const list =
    drawn.length === 0
      ? html`<p class="none">${say('desk-stories-none')}</p>`
      : html`<ol class="picks">${drawn}</ol>`
  return html`<section><h2>${say('desk-stories')}</h2><div>${error}${list}</div></section>`
}

function item(tongue: Tongue, page: EditPage, chosen: Chosen): Html | '' {
  const story = page.cards.get(chosen.storyId)
  // Withdrawn since the form was given out: it drops out of the collection by itself.
  if (story === undefined) return ''
  const { storyId } = chosen
  const speech = spokenIn(story.language, story.direction)
  const from = html`<span class="from" ${spokenIn(story.publicationLanguage)}>${story.publicationTitle}</span>`
  const added = isByOther(page, storyId)
    ? html`<p class="kept">${tongue.say('desk-by-other')}</p>`
    : ''
  return html`<li data-story="${storyId}"><span class="grip scripted">${icon('grip')}</span><div class="words"><h3 ${speech}><a href="${storyLink(tongue, story)}">${story.headline}</a></h3><p class="facts"><span><bdi>${from}</bdi></span><span>${tongue.briefDate(story.editionDate)}</span></p>${added}${reasonField(tongue, page, chosen, story)}</div>${deedsOf(tongue, page, story)}</li>`
}

function reasonField(tongue: Tongue, page: EditPage, chosen: Chosen, story: StoryCard): Html {
  const { say } = tongue
  const { storyId, reason } = chosen
  const place = `reason-${page.typed.chosen.indexOf(chosen)}`
  const { language } = page.collection
  const kept = page.collection.chosen.find((one) => one.storyId === storyId)?.reason
  const speech = html`lang="${language}" dir="${directionOf(language)}"`
  return control(tongue, {
    id: place,
    label: html`${say('desk-reason')}<span class="unseen">${story.headline}</span>`,
    error: errorAt(tongue, page, 'reason', storyId),
    kept: kept === undefined ? undefined : keptNow(page, reason, kept),
    draw: (about) =>
      html`<textarea id="${place}" name="reason ${storyId}" rows="2" required maxlength="${longestReason * 2}" ${speech} ${about}>${reason}</textarea>`,
  })
}

/** Somebody else put it in after this form was given out. */
const isByOther = ({ meanwhile, addedByOther }: EditPage, storyId: string) =>
  meanwhile && addedByOther.includes(storyId)

/** After a move the same button has the focus again; at an end, where it is of no use, the other. */
function focusOf({ at, typed }: EditPage, id: string): string | null {
  if (at?.storyId !== id) return null
  const { chosen } = typed
  if (chosen[0]?.storyId === id) return 'down'
  return chosen.at(-1)?.storyId === id ? 'up' : at.does
}

function deedsOf({ say }: Tongue, page: EditPage, { id, headline: title }: StoryCard): Html {
  const deeds: readonly { does: string; drawn: IconName; words: string }[] = [
    { does: 'up', drawn: 'up', words: say('queue-up', { title }) },
    { does: 'down', drawn: 'down', words: say('queue-down', { title }) },
    { does: 'remove', drawn: 'close', words: say('desk-remove', { title }) },
  ]
  const focused = focusOf(page, id)
  return html`<p class="moves">${deeds.map(({ does, drawn, words }) => {
    const here = focused === does ? html`autofocus` : ''
    return html`<button type="submit" name="does" value="${does} ${id}" aria-label="${words}" title="${words}" ${here}>${icon(drawn)}</button>`
  })}</p>`
}
