import { html } from 'hono/html'
import type { Tongue } from '../languages/tongue.ts'
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

/**
 * A page that shows a link this once: only a digest of what is in it is kept. The whole of it can be
 * seen however narrow the screen, and copied by a button where there is a script.
 */
export function secretLinkSheet({ say }: Tongue, secret: SecretLink): Sheet {
  const { title, intro, label, link, hint, back } = secret
  const told = hint !== undefined && html`<p class="hint" id="link-hint">${hint}</p>`
  const described = hint !== undefined && html`aria-describedby="link-hint"`
  const field = html`<div class="field"><label for="link">${label}</label><textarea id="link" readonly dir="ltr" rows="4" spellcheck="false" ${described}>${link.href}</textarea>${told}</div>`
  const copy = html`<button type="button" class="button scripted" data-does="copy" data-of="link">${say('copy-link')}</button>`
  const ways = html`<div class="ways">${copy}<a class="button" href="${back.to}">${back.words}</a></div>`
  const done = html`<p class="done" role="status" data-said="${say('copied')}"></p>`
  const body = html`${plainBody({ title, intro, parts: [] })}<div class="form" data-island="share">${field}${ways}${done}</div>`
  return { title, path: null, kind: 'plain', body }
}
