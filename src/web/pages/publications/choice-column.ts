import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import { foldedChoices } from '../../components/folded-choices.ts'
import { type Facet, facets } from '../../keeping/entry.ts'
import { scriptOf } from '../../keeping/initial.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import { leadsTo } from './address-of.ts'
import type { Choice, Choices } from './choices.ts'
import { looks, type Question, sorts, withChoice, withoutChoice } from './question.ts'

/** Choices that are seen at once; the others of a long list are folded away, by name. */
const first = 8

/** The ways to narrow the catalogue down: a column on a desk, folded on a phone. */
export function choiceColumn(tongue: Tongue, question: Question, groups: readonly Choices[]): Html {
  const { say } = tongue
  const choices = groups.map((group) => groupOf(tongue, question, group))
  const choosing =
    choices.length === 0
      ? ''
      : html`<details class="choices"><summary>${say('catalogue-narrow')}</summary><nav aria-label="${say('catalogue-narrow')}">${choices}</nav></details>`
  return html`<div class="narrow">${nameForm(tongue, question)}${choosing}</div>`
}

/** Its fields stand in the order in which a question is spelled, so that its answer is no detour. */
function nameForm(tongue: Tongue, { chosen, name, sort, look }: Question): Html {
  const { say, locale } = tongue
  const hidden = (field: string, value: string | undefined) =>
    value !== undefined && html`<input type="hidden" name="${field}" value="${value}">`
  const before = facets.map((facet) => hidden(facet, chosen[facet]))
  const after = [
    hidden('sort', sort === sorts[0] ? undefined : sort),
    hidden('look', look === looks[0] ? undefined : look),
  ]
  return html`<search><form action="${href(addresses.publications, { locale: locale.name })}">${before}<label for="name">${say('catalogue-name')}</label><span><input type="search" id="name" name="name" value="${name}" maxlength="60" autocomplete="off" dir="auto"><button type="submit">${say('catalogue-find')}</button></span>${after}</form></search>`
}

function groupOf(tongue: Tongue, question: Question, { facet, choices }: Choices): Html {
  const draw = (some: readonly Choice[]) =>
    html`<ul>${some.map((choice) => link(tongue, question, facet, choice))}</ul>`
  const drawn =
    facet === 'initial'
      ? alphabets(choices).map(draw)
      : foldedChoices(tongue, choices, { first, draw })
  return html`<section class="by-${facet}"><h2>${titleOf(tongue, facet)}</h2>${drawn}</section>`
}

/** Each alphabet by itself, in the order in which they come; what has no letter comes last. */
function alphabets(choices: readonly Choice[]): readonly (readonly Choice[])[] {
  return [...Map.groupBy(choices, ({ value }) => scriptOf(value)).values()]
}

function link(tongue: Tongue, question: Question, facet: Facet, choice: Choice): Html {
  const { value, label, count, made } = choice
  const to = made ? withoutChoice(question, facet) : withChoice(question, facet, value)
  const current = made ? html` aria-current="true"` : ''
  return html`<li><a ${leadsTo(tongue, to)}${current}><bdi>${label}</bdi> <span>${tongue.number(count)}</span></a></li>`
}

function titleOf({ say }: Tongue, facet: Facet): string {
  if (facet === 'initial') return say('catalogue-initial')
  return say(`fact-${facet}`, { count: 1 })
}
