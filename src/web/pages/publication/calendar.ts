import { html } from 'hono/html'
import type { EditionCard } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'

interface Month {
  /** The oldest first. */
  readonly editions: readonly EditionCard[]
  /** Days of which the edition is missing. */
  readonly missing: readonly Temporal.PlainDate[]
}

/**
 * A month of a newspaper as a calendar. To the eye it is a grid of all days; whoever listens hears
 * a list of those on which an edition came out, or is missing.
 */
export function calendarOf(
  tongue: Tongue,
  month: Temporal.PlainYearMonth,
  { editions, missing }: Month,
): Html {
  const { firstDay, letters } = weekOf(tongue.locale.tag)
  const first = month.toPlainDate({ day: 1 })
  const column = ((first.dayOfWeek - firstDay + 7) % 7) + 1
  const byDay = Map.groupBy(editions, ({ edition }) => edition.date.day)
  const days = Array.from({ length: month.daysInMonth }, (_, at) => {
    const place = at === 0 ? `from-${column}` : ''
    const inside = byDay.get(at + 1)
    const missed = missing.find(({ day }) => day === at + 1)
    if (inside === undefined && missed !== undefined) {
      const said = tongue.say('missing-on', { date: tongue.date(missed) })
      return html`<li class="missed ${place}"><span role="img" aria-label="${said}">${tongue.year(at + 1)}</span></li>`
    }
    if (inside === undefined) {
      return html`<li class="off ${place}" aria-hidden="true">${tongue.year(at + 1)}</li>`
    }
    return html`<li class="${place}">${inside.map((one, index) => dayLink(tongue, one, index))}</li>`
  })
  return html`<section class="calendar"><h2>${tongue.month(month)}</h2><p class="week" aria-hidden="true">${letters.map((letter) => html`<span>${letter}</span>`)}</p><ul>${days}</ul></section>`
}

/** A day may have several editions: the second is marked with its number. */
function dayLink(tongue: Tongue, { publication, edition }: EditionCard, index: number): Html {
  const link = href(addresses.edition, {
    locale: tongue.locale.name,
    publication: publication.slug,
    edition: edition.slug,
  })
  const day = tongue.year(edition.date.day)
  const shown = index === 0 ? day : html`${day}<sup>${tongue.year(index + 1)}</sup>`
  const date = tongue.date(edition.date)
  const called = edition.name === '' ? (index === 0 ? '' : tongue.year(index + 1)) : edition.name
  const said = called === '' ? date : tongue.say('named-edition-of', { name: called, date })
  return html`<a href="${link}" aria-label="${said}">${shown}</a>`
}

interface Week {
  /** 1 is Monday, as in Temporal. */
  readonly firstDay: number
  /** Of the days, from the first. */
  readonly letters: readonly string[]
}

function weekOf(tag: string): Week {
  const known = weeks.get(tag)
  if (known !== undefined) return known
  const { firstDay } = new Intl.Locale(tag).getWeekInfo()
  const names = new Intl.DateTimeFormat(tag, { weekday: 'narrow' })
  // The fifth of January 2026 is a Monday.
  const letters = Array.from({ length: 7 }, (_, at) =>
    names.format(Temporal.PlainDate.from({ year: 2026, month: 1, day: 4 + firstDay + at })),
  )
  const week = { firstDay, letters }
  weeks.set(tag, week)
  return week
}

const weeks = new Map<string, Week>()
