import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import { foldedChoices } from '../../components/folded-choices.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import { addressOf, leadsTo } from './address-of.ts'
import { type Asked, fieldsOf, toggled } from './asked.ts'
import { type Choice, type Choices, titleOf } from './filters.ts'

/** Choices that are seen at once; the others of a long list are folded away, by name. */
const first = 7

/** The ways to narrow a question down: a column on a desk, folded on a phone. */
export function filterColumn(
  tongue: Tongue,
  asked: Asked,
  { groups, atLeast }: { readonly groups: readonly Choices[]; readonly atLeast: boolean },
): Html {
  const { say } = tongue
  const drawn = groups.map((group) => groupOf(tongue, asked, group, atLeast))
  return html`<div class="narrow"><details class="choices"><summary>${say('catalogue-narrow')}</summary><nav aria-label="${say('catalogue-narrow')}">${drawn}</nav>${daysOf(tongue, asked)}</details></div>`
}

function groupOf(
  tongue: Tongue,
  asked: Asked,
  { facet, choices }: Choices,
  atLeast: boolean,
): Html {
  const draw = (some: readonly Choice[]) =>
    html`<ul>${some.map((choice) => link(tongue, toggled(asked, facet, choice.value), choice, atLeast))}</ul>`
  const drawn = foldedChoices(tongue, choices, { first, draw })
  return html`<section class="by-${facet}"><h2>${titleOf(tongue, facet)}</h2>${drawn}</section>`
}

function link(tongue: Tongue, to: Asked, choice: Choice, atLeast: boolean): Html {
  const { label, count, made } = choice
  const { say, number } = tongue
  const current = made && html` aria-current="true"`
  // Where counting stopped, a choice has at least as many.
  const counted =
    count === null
      ? ''
      : html` <span>${atLeast ? say('search-at-least', { count }) : number(count)}</span>`
  return html`<li><a ${leadsTo(tongue, to)}${current}><bdi>${label}</bdi>${counted}</a></li>`
}

/** A form of its own, whose fields stand in the order in which a question is spelled. */
function daysOf(tongue: Tongue, asked: Asked): Html {
  const { say, locale } = tongue
  const fields = fieldsOf({ ...asked, from: null, to: null })
  const hidden = ([name, value]: readonly [string, string]) =>
    html`<input type="hidden" name="${name}" value="${value}">`
  const before = fields.filter(([name]) => name !== 'order').map(hidden)
  const after = fields.filter(([name]) => name === 'order').map(hidden)
  const day = (name: 'from' | 'to', label: string, value: string | null) =>
    html`<label for="${name}">${label}</label><input type="date" id="${name}" name="${name}" ${value && html`value="${value}"`}>`
  return html`<section class="by-day"><h2>${say('search-by-day')}</h2><form action="${href(addresses.search, { locale: locale.name })}">${before}${day('from', say('search-from'), asked.from)}${day('to', say('search-to'), asked.to)}<button type="submit">${say('search-apply')}</button>${after}</form></section>`
}

/** In which order; only where words say what is best. */
export function orders(tongue: Tongue, asked: Asked): Html {
  const { say } = tongue
  const ways = [
    { order: 'best', label: say('search-best') },
    { order: 'newest', label: say('sort-newest') },
  ] as const
  return html`<div class="switches"><ul aria-label="${say('sort')}">${ways.map(({ order, label }) => html`<li><a href="${addressOf(tongue, { ...asked, order, page: 1 })}" rel="nofollow"${order === asked.order && html` aria-current="true"`}>${label}</a></li>`)}</ul></div>`
}
