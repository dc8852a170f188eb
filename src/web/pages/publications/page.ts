import { html } from 'hono/html'
import type { EditionCard, Publication } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { copyOf } from '../../components/cover.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { countOf } from '../front/counts.ts'

interface PublicationsPage {
  readonly publications: readonly Publication[]
  /** The newest edition of each, or none where there are too many for a wall of covers. */
  readonly newest: readonly EditionCard[]
}

export function publicationsSheet(tongue: Tongue, page: PublicationsPage): Sheet {
  const { say, locale } = tongue
  const count = countOf(tongue, 'publications', page.publications.length)
  return {
    title: say('nav-catalogue'),
    description: count,
    path: href(addresses.publications, { locale: locale.name }),
    kind: 'list',
    body: html`<div class="catalogue"><header><h1>${say('nav-catalogue')}</h1><p class="facts"><span>${count}</span></p></header>${shelf(tongue, page)}${names(tongue, page.publications)}</div>`,
  }
}

function shelf(tongue: Tongue, { newest }: PublicationsPage): Html | '' {
  if (newest.length === 0) return ''
  const copies = newest.map((one, at) => copyOf(tongue, one, { first: at < 2 }))
  return html`<section class="copies"><h2>${tongue.say('new-editions')}</h2><ul class="shelf">${copies}</ul></section>`
}

/** Every publication by name, under its first letter, in the order of the reader's alphabet. */
function names(tongue: Tongue, publications: readonly Publication[]): Html | '' {
  if (publications.length === 0) return ''
  const sorted = publications.toSorted((a, b) => tongue.compare(a.title, b.title))
  const groups = Object.entries(Object.groupBy(sorted, ({ title }) => initialOf(title)))
  const parts = groups.map(
    ([initial, group = []]) =>
      html`<section class="initial"><h3><bdi>${initial}</bdi></h3><ul>${group.map((one) => line(tongue, one))}</ul></section>`,
  )
  return html`<section class="names"><h2>${tongue.say('all-publications')}</h2><div class="columns">${parts}</div></section>`
}

/** "É" stands under E; a title that begins with no letter stands under a mark of its own. */
function initialOf(title: string): string {
  const letter =
    title.normalize('NFD').match(/\p{L}/u)?.index === 0 ? title.normalize('NFD')[0] : ''
  return letter?.toLocaleUpperCase() || '#'
}

function line(tongue: Tongue, { slug, title, language, kind }: Publication): Html {
  const link = href(addresses.publication, { locale: tongue.locale.name, publication: slug })
  const other = tongue.otherLanguage(language)
  const tag = other === null ? '' : html`<span class="tag">${other}</span>`
  return html`<li><a href="${link}" ${spokenIn(language)}>${title}</a><span class="facts"><span>${tongue.say(`kind-${kind}`)}</span>${tag}</span></li>`
}
