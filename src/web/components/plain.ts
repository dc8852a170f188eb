import { html } from 'hono/html'
import type { Html } from '../page.ts'

/** A page of plain text: a title, what it comes to, and parts under titles of their own. */
export interface Plain {
  readonly title: string
  readonly intro: string
  /** What has just been done: it is said before everything else. */
  readonly done?: Html | undefined
  readonly parts: readonly Part[]
}

export interface Part {
  readonly title: Html | string
  /** Paragraphs, or markup; those that are empty are left out. */
  readonly says: readonly (Html | string)[]
}

export function plainBody({ title, intro, done, parts }: Plain): Html {
  const sections = parts.map(({ title: named, says }) => {
    const said = says
      .filter((one) => one !== '')
      .map((one) => (typeof one === 'string' ? html`<p>${one}</p>` : one))
    return html`<section><h2>${named}</h2><div>${said}</div></section>`
  })
  return html`<div class="plain"><header><h1>${title}</h1>${intro && html`<p class="standfirst">${intro}</p>`}</header>${done}${sections}</div>`
}
