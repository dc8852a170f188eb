import { html } from 'hono/html'
import type { Collection } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'

export const collectionLink = (tongue: Tongue, { slug: collection }: Pick<Collection, 'slug'>) =>
  href(addresses.collection, { locale: tongue.locale.name, collection })

/** Its introduction: a paragraph wherever the editor left a line empty. */
export function introductionOf({ introduction, language }: Collection): Html {
  const paragraphs = introduction.split(/\n\s*\n/)
  return html`<div class="introduction" ${spokenIn(language)}>${paragraphs.map((one) => html`<p>${one}</p>`)}</div>`
}

/** Why one story was chosen, and who says so. */
export function reasonOf(tongue: Tongue, { editor, language }: Collection, reason: string): Html {
  const label = tongue.say('collection-why', { editor })
  return html`<div class="reason"><p class="whose">${label}</p><p class="said" ${spokenIn(language)}>${reason}</p></div>`
}
