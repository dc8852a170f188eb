import { html } from 'hono/html'
import type { Sheet } from '../layout.ts'
import { plainBody } from './plain.ts'

interface SecretLink {
  readonly title: string
  /** What the link does, and until when. */
  readonly intro: string
  /** What the field with it is called. */
  readonly label: string
  readonly link: URL
  /** What else is to be known before it is given to anybody. */
  readonly hint?: string
  readonly back: { readonly to: string; readonly words: string }
}

/** A page that shows a link this once: only a digest of what is in it is kept. */
export function secretLinkSheet({ title, intro, label, link, hint, back }: SecretLink): Sheet {
  const told = hint !== undefined && html`<p class="hint" id="link-hint">${hint}</p>`
  const described = hint !== undefined && html`aria-describedby="link-hint"`
  const shown = html`<div class="form"><div class="field"><label for="link">${label}</label><input id="link" value="${link.href}" readonly dir="ltr" spellcheck="false" ${described}>${told}</div><p><a class="button" href="${back.to}">${back.words}</a></p></div>`
  const body = html`${plainBody({ title, intro, parts: [] })}${shown}`
  return { title, path: null, kind: 'plain', body }
}
