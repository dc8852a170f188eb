import { html } from 'hono/html'
import { type ArchiveYear, type EditionCard, type Gap, gapsIn, type Publication } from '#catalogue'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'

interface YearOfEditions {
  readonly publication: Pick<Publication, 'rhythm'>
  readonly year: number
  /** Of that year, newest first. */
  readonly editions: readonly EditionCard[]
  /** Newest first. */
  readonly years: readonly ArchiveYear[]
}

/**
 * Where editions of this year are missing, as its rhythm and the editions around tell; none where
 * nobody said how often it comes out. Nothing is missing before its first edition on the stand, or
 * after its last.
 */
export function gapsOfYear({ publication, year, editions, years }: YearOfEditions): readonly Gap[] {
  if (publication.rhythm === null) return []
  const earlier = years.find((one) => one.year < year)?.last
  const later = years.findLast((one) => one.year > year)?.first
  const days = [later, ...editions.map(({ edition }) => edition.date), earlier]
    .filter((day) => day !== undefined)
    .reverse()
  const once = days.filter((day, at) => !days[at - 1]?.equals(day))
  const gaps = gapsIn(publication.rhythm, once)
  return gaps.filter(({ days }) => days.some((day) => day.year === year))
}

/** The days of these gaps that are in the year. */
export function missingIn(gaps: readonly Gap[], year: number): readonly Temporal.PlainDate[] {
  return gaps.flatMap(({ days }) => days.filter((day) => day.year === year))
}

/** What is missing after an edition, on a shelf on which the newest comes first. */
export function gapAfter(
  tongue: Tongue,
  gaps: readonly Gap[],
  { edition }: EditionCard,
): Html | '' {
  const gap = gaps.find(({ from }) => from.equals(edition.date))
  return gap === undefined ? '' : gapOf(tongue, gap)
}

/** What is missing before the first edition of a shelf: what is before others is said after one. */
export function gapBefore(
  tongue: Tongue,
  gaps: readonly Gap[],
  { edition }: EditionCard,
  all: readonly EditionCard[],
): Html | '' {
  if (all.at(-1)?.edition.id !== edition.id) return ''
  const gap = gaps.find(({ to }) => to.equals(edition.date))
  return gap === undefined ? '' : gapOf(tongue, gap)
}

function gapOf({ say, date }: Tongue, { from, to, days }: Gap): Html {
  const said = say('missing-between', { count: days.length, from: date(from), to: date(to) })
  return html`<li class="gap">${said}</li>`
}
