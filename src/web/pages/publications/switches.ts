import { html } from 'hono/html'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import { leadsTo } from './address-of.ts'
import { looks, type Question, sorts } from './question.ts'

/** In which order, and as covers or as a list. */
export function switches(tongue: Tongue, question: Question): Html {
  const { say } = tongue
  const orders = sorts.map((sort) =>
    way(tongue, { ...question, sort, page: 1 }, say(`sort-${sort}`), sort === question.sort),
  )
  const shapes = looks.map((look) =>
    way(tongue, { ...question, look, page: 1 }, say(`look-${look}`), look === question.look),
  )
  return html`<div class="switches"><ul aria-label="${say('sort')}">${orders}</ul><ul aria-label="${say('look')}">${shapes}</ul></div>`
}

function way(tongue: Tongue, question: Question, label: string, current: boolean): Html {
  return html`<li><a ${leadsTo(tongue, question)}${current && html` aria-current="true"`}>${label}</a></li>`
}
