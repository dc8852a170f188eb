import { arrivalsOn } from '#catalogue'
import type { Entry } from '../../keeping/entry.ts'

/**
 * The entries with what they are to somebody who looks today: new here, or back after a pause. It is
 * the same list for the same entries on the same day.
 */
export function withArrivals(
  entries: readonly Entry[],
  today: Temporal.PlainDate,
): readonly Entry[] {
  const day = today.toString()
  const known = dated.get(entries)
  if (known?.day === day) return known.list
  const arrivalOf = arrivalsOn(today)
  const list = entries.map((entry) => {
    const arrival = arrivalOf(entry.publication.span, entry.publication.rhythm)
    return arrival === null ? entry : { ...entry, values: { ...entry.values, arrival: [arrival] } }
  })
  dated.set(entries, { day, list })
  return list
}

const dated = new WeakMap<readonly Entry[], { day: string; list: readonly Entry[] }>()
