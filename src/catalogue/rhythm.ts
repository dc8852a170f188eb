import { type Rhythm, rhythms } from './publication.ts'

/**
 * Between which days a publication is on the stand, in ISO 8601: a catalogue sorts 9,000 of them, and
 * few are ever shown.
 */
export interface Span {
  readonly first: string
  /** The last day with an edition before the newest; null where there is one day only. */
  readonly before: string | null
  readonly newest: string
}

/** Whole days from one edition to the next, at most. */
const daysBetween: Readonly<Record<Rhythm, number>> = {
  daily: 1,
  weekly: 7,
  monthly: 31,
  quarterly: 92,
  yearly: 366,
}

/** How long a publication counts as new on the stand. */
const newFor = 30

/** More rhythms without an edition than this are a pause. */
const pauseFrom = 3

/**
 * What publications are to somebody who looks today. New on the stand, as the first edition here is
 * of the last thirty days; or back after a pause, as the newest came after more than three rhythms
 * without one, and is no older than that itself.
 */
export function arrivalsOn(
  today: Temporal.PlainDate,
): (span: Span, rhythm: Rhythm | null) => 'new' | 'back' | null {
  const newSince = today.subtract({ days: newFor }).toString()
  const pauses = Object.fromEntries(
    rhythms.map((rhythm) => [rhythm, pausesOf(pauseFrom * daysBetween[rhythm], today)]),
  )
  return ({ first, before, newest }, rhythm) => {
    if (first > newSince) return 'new'
    const pause = rhythm === null ? undefined : pauses[rhythm]
    if (before === null || pause === undefined || newest < pause.since) return null
    return before < pause.before(newest) ? 'back' : null
  }
}

/** Days are told apart as text; those of newest editions are few, each made into a date once. */
function pausesOf(days: number, today: Temporal.PlainDate) {
  const known = new Map<string, string>()
  const before = (newest: string): string => {
    const day = known.get(newest) ?? Temporal.PlainDate.from(newest).subtract({ days }).toString()
    known.set(newest, day)
    return day
  }
  return { since: before(today.toString()), before }
}

/** Days that have no edition, though the rhythm of the others lets one expect them. */
export interface Gap {
  /** The days with an edition just before and after. */
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  /** At least one, the earliest first. */
  readonly days: readonly Temporal.PlainDate[]
}

/**
 * Where editions are missing between days that have one. A daily misses the days of the week on
 * which it comes out in the weeks around; any other misses what fits between two editions.
 * @param days with an edition, the earliest first, none twice
 */
export function gapsIn(rhythm: Rhythm, days: readonly Temporal.PlainDate[]): readonly Gap[] {
  const known = new Set(days.map(String))
  const usual = rhythm === 'daily' ? usualIn(days, known) : null
  return days.slice(1).flatMap((to, at) => {
    const from = days[at] ?? to
    const between = usual === null ? inRhythm(rhythm, from, to) : eachDay(from, to).filter(usual)
    return between.length === 0 ? [] : [{ from, to, days: between }]
  })
}

/** Weeks looked at before and after. */
const weeksAround = 4

/** Whether most of the same days of the weeks around have an edition. */
function usualIn(days: readonly Temporal.PlainDate[], known: ReadonlySet<string>) {
  const [first, last] = [days[0], days.at(-1)]
  const isWithin = (day: Temporal.PlainDate) =>
    first !== undefined &&
    last !== undefined &&
    Temporal.PlainDate.compare(first, day) <= 0 &&
    Temporal.PlainDate.compare(day, last) <= 0
  const steps = Array.from({ length: weeksAround }, (_, at) => [at + 1, -at - 1]).flat()
  return (day: Temporal.PlainDate) => {
    const around = steps.map((weeks) => day.add({ weeks })).filter(isWithin)
    const out = around.filter((one) => known.has(one.toString()))
    return out.length * 2 > around.length
  }
}

/** The days between two, without them. */
function eachDay(from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] {
  const count = Math.max(0, from.until(to).days - 1)
  return Array.from({ length: count }, (_, at) => from.add({ days: at + 1 }))
}

/** What fits between two editions that came out like clockwork. */
function inRhythm(
  rhythm: Rhythm,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const missing = Math.round(from.until(to).days / daysBetween[rhythm]) - 1
  return Array.from({ length: Math.max(0, missing) }, (_, at) => from.add(step(rhythm, at + 1)))
}

function step(rhythm: Rhythm, count: number): Temporal.DurationLike {
  switch (rhythm) {
    case 'daily':
      return { days: count }
    case 'weekly':
      return { weeks: count }
    case 'monthly':
      return { months: count }
    case 'quarterly':
      return { months: 3 * count }
    case 'yearly':
      return { years: count }
  }
}
