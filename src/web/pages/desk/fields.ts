import { html } from 'hono/html'
import { longestReason } from '#catalogue'
import { longestOfCollection } from '#desk'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import type { EditFault, EditPage } from './edit-page.ts'

/** One control of the form, with what helps, what is wrong, and what somebody else kept meanwhile. */
export interface Control {
  readonly id: string
  readonly label: Html | string
  readonly hint?: string
  readonly error: string | undefined
  /** What is kept now, where that is not what stands in the control. */
  readonly kept?: string | undefined
  /** @param about attributes that say which words belong to the control */
  readonly draw: (about: Html) => Html
}

export function control(tongue: Tongue, { id, label, hint, error, kept, draw }: Control): Html {
  const { say } = tongue
  const lines = [
    error !== undefined && html`<p class="error" id="${id}-error">${error}</p>`,
    kept !== undefined &&
      html`<p class="kept" id="${id}-kept">${say('desk-kept', { text: kept || say('desk-empty') })}</p>`,
    hint !== undefined && html`<p class="hint" id="${id}-hint">${hint}</p>`,
  ]
  const names = [
    ...(error === undefined ? [] : [`${id}-error`]),
    ...(kept === undefined ? [] : [`${id}-kept`]),
    ...(hint === undefined ? [] : [`${id}-hint`]),
  ]
  const described = names.length > 0 ? html`aria-describedby="${names.join(' ')}"` : ''
  const wrong = error === undefined ? '' : html`aria-invalid="true"`
  return html`<div class="field"><label for="${id}">${label}</label>${draw(html`${described} ${wrong}`)}${lines}</div>`
}

/** What is wrong at one place, in words. */
export function errorAt(
  tongue: Tongue,
  { faults }: Pick<EditPage, 'faults'>,
  at: EditFault['at'],
  storyId?: string,
): string | undefined {
  const fault = faults.find((one) => one.at === at && one.storyId === storyId)
  if (fault === undefined) return undefined
  const most = tongue.number(mostAt(at))
  return tongue.say(`fault-${fault.why}`, { most })
}

function mostAt(at: EditFault['at']): number {
  if (at === 'title' || at === 'introduction' || at === 'editor') return longestOfCollection[at]
  return longestReason
}

/** What is kept now of something that was typed from an older revision; undefined where it is the same. */
export function keptNow(
  { meanwhile }: Pick<EditPage, 'meanwhile'>,
  typed: string,
  kept: string,
): string | undefined {
  return meanwhile && typed.trim() !== kept ? kept : undefined
}
