import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Entry } from '../../keeping/entry.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import { initialLabel } from './choices.ts'
import type { Sort } from './question.ts'

/** Fewer lines than this are found without letters above them. */
const lettered = 40

/** Publications line by line, by name under their first letters. */
export function list(tongue: Tongue, shown: readonly Entry[], sort: Sort): Html {
  if (sort === 'newest' || shown.length < lettered) {
    return html`<div class="lines">${linesOf(tongue, shown)}</div>`
  }
  const letters = Array.from(
    Map.groupBy(shown, ({ initial }) => initial),
    ([initial, group]) =>
      html`<section><h3><bdi>${initialLabel(tongue, initial)}</bdi></h3>${linesOf(tongue, group)}</section>`,
  )
  return html`<div class="lines">${letters}</div>`
}

function linesOf(tongue: Tongue, entries: readonly Entry[]): Html {
  return html`<ul>${entries.map((entry) => line(tongue, entry))}</ul>`
}

function line(tongue: Tongue, { publication }: Entry): Html {
  const { slug, title, language, kind, country, span } = publication
  const link = href(addresses.publication, { locale: tongue.locale.name, publication: slug })
  return html`<li><a href="${link}" ${spokenIn(language)}>${title}</a><p class="facts"><span>${tongue.say(`kind-${kind}`)}</span><span>${tongue.language(language)}</span><span>${country && tongue.country(country)}</span><time datetime="${span.newest}">${tongue.briefDate(Temporal.PlainDate.from(span.newest))}</time></p></li>`
}
