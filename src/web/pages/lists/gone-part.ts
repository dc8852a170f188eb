import { html } from 'hono/html'
import { listRules } from '#reading'
import { storyLink } from '../../components/card.ts'
import { field } from '../../components/form.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import type { ListPage } from './list-page.ts'

/**
 * Notes whose stories another window took off the list: what was typed, and the way to put each story
 * back. They are not in the order of the list, so that dragging a line does not touch them.
 */
export function gonePart(tongue: Tongue, page: ListPage): Html | '' {
  const { gone } = page
  if (gone.length === 0) return ''
  const drawn = gone.map((id) => goneNote(tongue, page, id))
  const ids = html`<input type="hidden" name="gone" value="${gone.join(' ')}">`
  return html`<section>${ids}<h2>${tongue.say('list-gone')}</h2><div><ol class="picks">${drawn}</ol></div></section>`
}

/** A story without a card was withdrawn: nobody can put it back. */
function goneNote(tongue: Tongue, { typed, cards }: ListPage, id: string): Html {
  const { say } = tongue
  const story = cards.get(id)
  const headline =
    story &&
    html`<h3 ${spokenIn(story.language, story.direction)}><a href="${storyLink(tongue, story)}">${story.headline}</a></h3>`
  const written = field({
    ...{ name: `note ${id}`, label: say('list-note'), value: typed.notes.get(id) ?? '' },
    error: say(story === undefined ? 'fault-withdrawn' : 'fault-gone'),
    more: html`maxlength="${listRules.longest.note * 2}" autocomplete="off" dir="auto"`,
  })
  return html`<li><div class="words">${headline}${written}</div></li>`
}
