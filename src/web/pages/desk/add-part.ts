import { html } from 'hono/html'
import { longestReason } from '#catalogue'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import type { EditPage } from './edit-page.ts'
import { control, errorAt } from './fields.ts'

/** Adds a story that a headline's words found, or by its address; never without a reason. */
export function addPart(tongue: Tongue, page: EditPage): Html {
  const { say, number } = tongue
  const { typed } = page
  const words = control(tongue, {
    id: 'field-find',
    label: say('desk-find'),
    error: undefined,
    draw: (about) =>
      html`<span class="asks"><input id="field-find" name="find" type="search" value="${typed.find}" ${about}><button type="submit" class="button" name="does" value="find">${say('desk-find-go')}</button></span>`,
  })
  const address = control(tongue, {
    id: 'field-address',
    label: say('desk-address'),
    hint: say('desk-address-hint'),
    error: page.faults.some(({ at, why }) => at === 'add' && why !== 'missing')
      ? errorAt(tongue, page, 'add')
      : undefined,
    draw: (about) =>
      html`<input type="text" id="field-address" name="address" inputmode="url" autocomplete="off" dir="ltr" value="${typed.address}" ${about}>`,
  })
  const reason = control(tongue, {
    id: 'field-new-reason',
    label: say('desk-reason'),
    hint: say('desk-reason-hint', { most: number(longestReason) }),
    error: page.faults.some(({ at, why }) => at === 'add' && why === 'missing')
      ? say('fault-missing')
      : undefined,
    draw: (about) =>
      html`<textarea id="field-new-reason" name="new-reason" rows="2" lang="${page.collection.language}" ${about}>${typed.reason}</textarea>`,
  })
  return html`<section id="add"><h2>${say('desk-add')}</h2><div>${words}${foundPart(tongue, page)}${address}${reason}<p><button type="submit" class="button" name="does" value="add">${say('desk-add-go')}</button></p></div></section>`
}

function foundPart(tongue: Tongue, { found, typed }: EditPage): Html | '' {
  if (found === null) return ''
  const { say, briefDate } = tongue
  if (found.length === 0) return html`<p class="none" role="status">${say('desk-found-none')}</p>`
  const picks = found.map((story) => {
    const speech = spokenIn(story.language, story.direction)
    const from = html`<bdi ${spokenIn(story.publicationLanguage)}>${story.publicationTitle}</bdi>`
    const checked = typed.picked === story.id ? html`checked` : ''
    return html`<label><input type="radio" name="picked" value="${story.id}" ${checked}><span><span class="headline" ${speech}>${story.headline}</span><span class="facts"><span>${from}</span><span>${briefDate(story.editionDate)}</span></span></span></label>`
  })
  return html`<fieldset class="found"><legend>${say('desk-found')}</legend>${picks}</fieldset>`
}
