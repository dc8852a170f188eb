import { html } from 'hono/html'
import type { ArchiveYear, EditionCard, Gap, Publication } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { copyAmong } from '../../components/cover.ts'
import { icon } from '../../components/icon.ts'
import { spokenIn } from '../../components/spoken.ts'
import { setApart } from '../../languages/say.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { calendarOf } from './calendar.ts'
import { completenessOf } from './completeness.ts'
import { gapAfter, gapBefore, gapsOfYear, missingIn } from './missing.ts'

interface ArchivePage {
  readonly publication: Publication
  readonly year: number
  /** Of that year, newest first, at least one. */
  readonly editions: readonly EditionCard[]
  readonly years: readonly ArchiveYear[]
  /** The day of the oldest edition on the stand. */
  readonly oldest: Temporal.PlainDate
}

/** Covers that need no months between them: a magazine's year. */
const onOneShelf = 14

export function archiveSheet(tongue: Tongue, page: ArchivePage): Sheet {
  const { publication, year, editions, oldest } = page
  const { say, locale } = tongue
  const names = { locale: locale.name, publication: publication.slug }
  const title = say('archive-of', {
    publication: setApart(publication.title, locale),
    year: tongue.year(year),
  })
  const count = say('count-editions', { count: editions.length })
  const complete = completenessOf(tongue, publication, oldest)
  const gaps = gapsOfYear(page)
  const missing = missingIn(gaps, year).length
  const onDays = publication.kind === 'newspaper'
  const speech = spokenIn(publication.language)
  return {
    title,
    description: count,
    path: href(addresses.archive, { ...names, year: String(year) }),
    kind: 'list',
    styles: 'publication.css',
    subject: { kind: 'archive', publication },
    body: html`<div class="archive"><header><h1><a class="masthead" href="${href(addresses.publication, names)}" ${speech}>${publication.title}</a> <span class="year">${tongue.year(year)}</span></h1><p class="facts"><span>${count}</span>${missing > 0 && html`<span>${say('count-missing', { count: missing })}</span>`}</p>${complete.length > 0 && html`<p class="complete">${complete.join(' ')}</p>`}${turnOver(tongue, page)}</header>${onDays ? calendars(tongue, page, gaps) : shelves(tongue, editions, gaps)}${onDays && missing > 0 && html`<p class="missing-note">${say('missing-note')}</p>`}${allYears(tongue, page)}</div>`,
  }
}

const monthOf = ({ edition }: EditionCard) => edition.date.toPlainYearMonth().toString()

/** By month, January first, as a calendar hangs; a month that is missing whole hangs there too. */
function calendars(tongue: Tongue, { editions, year }: ArchivePage, gaps: readonly Gap[]): Html {
  const byMonth = Map.groupBy(editions, monthOf)
  const missing = Map.groupBy(missingIn(gaps, year), (day) => day.toPlainYearMonth().toString())
  const months = [...new Set([...byMonth.keys(), ...missing.keys()])].sort()
  const drawn = months.map((month) =>
    calendarOf(tongue, Temporal.PlainYearMonth.from(month), {
      editions: (byMonth.get(month) ?? []).toReversed(),
      missing: missing.get(month) ?? [],
    }),
  )
  return html`<div class="calendars">${drawn}</div>`
}

/** By month, the newest first, as copies lie on a pile; what is missing is said where it would lie. */
function shelves(tongue: Tongue, editions: readonly EditionCard[], gaps: readonly Gap[]): Html {
  const shelf = (inside: readonly EditionCard[]) =>
    html`<ul class="shelf">${inside.map((one) => html`${gapAfter(tongue, gaps, one)}${copyAmong(tongue, one)}${gapBefore(tongue, gaps, one, editions)}`)}</ul>`
  if (editions.length <= onOneShelf) return html`<div class="copies">${shelf(editions)}</div>`
  const months = [...Map.groupBy(editions, monthOf)]
  return html`${months.map(([month, inside]) => html`<section class="copies"><h2>${tongue.month(Temporal.PlainYearMonth.from(month))}</h2>${shelf(inside)}</section>`)}`
}

/** Links to the years just before and after in which something came out. */
function turnOver(tongue: Tongue, page: ArchivePage): Html | '' {
  const at = page.years.findIndex(({ year }) => year === page.year)
  const earlier = page.years[at + 1]
  const later = page.years[at - 1]
  if (earlier === undefined && later === undefined) return ''
  return html`<nav class="neighbours" aria-label="${tongue.say('other-years')}">${earlier && html`<a href="${to(tongue, page, earlier)}" rel="prev">${icon('previous')}<span>${tongue.say('previous-year', { year: tongue.year(earlier.year) })}</span></a>`}${later && html`<a href="${to(tongue, page, later)}" rel="next">${icon('next')}<span>${tongue.say('next-year', { year: tongue.year(later.year) })}</span></a>`}</nav>`
}

function allYears(tongue: Tongue, page: ArchivePage): Html | '' {
  if (page.years.length < 3) return ''
  const links = page.years.map((one) => {
    const here = one.year === page.year ? html`aria-current="page"` : ''
    return html`<li><a href="${to(tongue, page, one)}" ${here}>${tongue.year(one.year)}</a></li>`
  })
  return html`<section class="years"><h2>${tongue.say('archive-by-year')}</h2><ul>${links}</ul></section>`
}

const to = (tongue: Tongue, { publication }: ArchivePage, { year }: ArchiveYear) =>
  href(addresses.archive, {
    locale: tongue.locale.name,
    publication: publication.slug,
    year: String(year),
  })
