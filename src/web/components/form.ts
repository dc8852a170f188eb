import { html } from 'hono/html'
import type { Html } from '../page.ts'

export interface Field {
  readonly name: string
  readonly label: string
  readonly value?: string
  /** What is wrong with what was typed. */
  readonly error?: string | undefined
  readonly hint?: string
  /** More of the control: its type, what a browser may fill in. */
  readonly more: Html
}

/** A label above its control, and below it what helps to fill it in or what is wrong. */
export function field({ name, label, value = '', error, hint, more }: Field): Html {
  // What describes a control is named in a list: an id in it has no spaces.
  const id = `field-${name.replaceAll(' ', '-')}`
  const about = error === undefined ? (hint === undefined ? null : `${id}-hint`) : `${id}-error`
  const described = about === null ? '' : html`aria-describedby="${about}"`
  const wrong = error === undefined ? '' : html`aria-invalid="true"`
  return html`<div class="field"><label for="${id}">${label}</label><input id="${id}" name="${name}" value="${value}" ${described} ${wrong} ${more}>${error !== undefined && html`<p class="error" id="${id}-error">${error}</p>`}${error === undefined && hint !== undefined && html`<p class="hint" id="${id}-hint">${hint}</p>`}</div>`
}

/** One thing that can be done: a form that is a button. */
export function deed(action: string, words: string, sends: Readonly<Record<string, string>> = {}) {
  const hidden = Object.entries(sends).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return html`<form method="post" action="${action}">${hidden}<button class="button">${words}</button></form>`
}

/** What has just been done, read out by screen readers. */
export const doneWords = (words: string): Html =>
  html`<p class="done-words" id="done" role="status">${words}</p>`
