import { html } from 'hono/html'
import type { EditionCard, PublicationKind } from '#catalogue'
import { directionOf } from '#ground/language'
import { addresses, href } from '../addresses.ts'
import type { Tongue } from '../languages/tongue.ts'
import type { Html } from '../page.ts'
import { spokenIn } from './spoken.ts'

const recipes = {
  newspaper: ['broadsheet', 'tabloid', 'broadsheet'],
  magazine: ['magazine', 'quarterly', 'magazine'],
  journal: ['quarterly'],
} as const satisfies Record<PublicationKind, readonly string[]>

/** How many sets of colours the style sheet has for each recipe. */
const palettes = 6

/** A cover set in type: a publication always gets the same recipe and colours. */
export function cover(tongue: Tongue, card: EditionCard, kind: PublicationKind): Html {
  const { publication, edition, headlines } = card
  const number = numberFrom(publication.slug)
  const choices = recipes[kind]
  const recipe = choices[number % choices.length] ?? choices[0]
  const length = publication.title.length > 18 ? 'long' : publication.title.length > 9 ? 'mid' : ''
  const [first, ...others] = headlines
  const big = first && html`<span class="main" ${spokenIn(first.language)}>${first.text}</span>`
  const small = others
    .slice(0, 3)
    .map(({ text, language }) => html`<span ${spokenIn(language)}>${text}</span>`)
  const name = edition.name === '' ? '' : html`<bdi>${edition.name}</bdi>`
  return html`<div class="cover ${recipe} palette-${number % palettes} ${length}" aria-hidden="true" ${spokenIn(publication.language)}><span class="head">${publication.title}</span><span class="when" lang="${tongue.locale.name}"><bdi>${tongue.date(edition.date)}</bdi>${name}</span>${big}<span class="others">${small}</span></div>`
}

/** A cover on a shelf: the picture of the edition, its name and its date are one link. */
export function copyOf(tongue: Tongue, card: EditionCard, kind: PublicationKind): Html {
  const { publication, edition } = card
  const link = href(addresses.edition, {
    locale: tongue.locale.name,
    publication: publication.slug,
    edition: edition.slug,
  })
  const other = tongue.otherLanguage(publication.language)
  const tag = other === null ? '' : html`<span class="tag">${other}</span>`
  return html`<li class="copy"><a href="${link}" dir="${directionOf(publication.language)}">${cover(tongue, card, kind)}<span class="title" ${spokenIn(publication.language)}>${publication.title}</span><span class="facts"><span><bdi><time datetime="${edition.date.toString()}">${tongue.date(edition.date)}</time></bdi></span>${tag}</span></a></li>`
}

/** FNV-1a: spreads slugs evenly and never changes. */
function numberFrom(slug: string): number {
  let number = 0x811c9dc5
  for (const byte of Buffer.from(slug)) number = Math.imul(number ^ byte, 0x01000193) >>> 0
  return number >>> 4
}
