import { html } from 'hono/html'
import { icon } from '../../components/icon.ts'
import { facets } from '../../keeping/entry.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import { leadsTo } from './address-of.ts'
import { labelOf } from './choices.ts'
import { asksForAll, type Question, withoutChoice } from './question.ts'

interface Chosen {
  readonly label: string
  /** The question without it. */
  readonly without: Question
}

/** What narrows a question down, the name last. */
export function chosenIn(tongue: Tongue, question: Question): readonly Chosen[] {
  const { chosen, name } = question
  const choices = facets.flatMap((facet) => {
    const value = chosen[facet]
    if (value === undefined) return []
    return [{ label: labelOf(tongue, facet, value), without: withoutChoice(question, facet) }]
  })
  if (name === '') return choices
  const label = tongue.say('catalogue-named', { name })
  return [...choices, { label, without: { ...question, name: '', page: 1 } }]
}

/** What was chosen, each with a way to take it away. */
export function chosenLine(tongue: Tongue, question: Question): Html | '' {
  if (asksForAll(question)) return ''
  const { say } = tongue
  const links = chosenIn(tongue, question).map(
    ({ label, without }) =>
      html`<li><a ${leadsTo(tongue, without)} aria-label="${say('catalogue-take-away', { choice: label })}"><bdi>${label}</bdi>${icon('close')}</a></li>`,
  )
  const all: Question = { ...question, chosen: {}, name: '', page: 1 }
  return html`<nav class="chosen" aria-label="${say('catalogue-chosen')}"><ul>${links}<li><a class="all" ${leadsTo(tongue, all)}>${say('all-publications')}</a></li></ul></nav>`
}
