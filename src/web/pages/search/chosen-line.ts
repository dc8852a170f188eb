import { html } from 'hono/html'
import { icon } from '../../components/icon.ts'
import type { Entry } from '../../keeping/entry.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import { leadsTo } from './address-of.ts'
import { type Asked, facets, hasChoices, toggled, withoutChoices } from './asked.ts'
import { labelOf } from './filters.ts'

/** What was chosen, each with a way to take it away. */
export function chosenLine(tongue: Tongue, asked: Asked, entries: readonly Entry[]): Html | '' {
  if (!hasChoices(asked)) return ''
  const { say } = tongue
  const links = chosenIn(tongue, asked, entries).map(
    ({ label, without }) =>
      html`<li><a ${leadsTo(tongue, without)} aria-label="${say('catalogue-take-away', { choice: label })}"><bdi>${label}</bdi>${icon('close')}</a></li>`,
  )
  return html`<nav class="chosen" aria-label="${say('catalogue-chosen')}"><ul>${links}<li><a class="all" ${leadsTo(tongue, withoutChoices(asked))}>${say('search-without-choices')}</a></li></ul></nav>`
}

function chosenIn(tongue: Tongue, asked: Asked, entries: readonly Entry[]) {
  const { from, to, chosen } = asked
  const choices = facets.flatMap((facet) =>
    chosen[facet].map((value) => ({
      label: labelOf(tongue, facet, value, entries),
      without: toggled(asked, facet, value),
    })),
  )
  const day = (iso: string) => tongue.date(Temporal.PlainDate.from(iso))
  const since = from !== null && {
    label: tongue.say('search-since', { date: day(from) }),
    without: { ...asked, from: null, page: 1 },
  }
  const until = to !== null && {
    label: tongue.say('search-until', { date: day(to) }),
    without: { ...asked, to: null, page: 1 },
  }
  return [...choices, ...[since, until].filter((one) => one !== false)]
}
