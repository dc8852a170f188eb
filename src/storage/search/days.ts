import type { Filters } from '#search'
import { firstIdAt } from './document-id.ts'
import type { Span } from './shelf.ts'

/** Days are those of UTC: a reader who narrows a search to days is not that exact. */
export function spanIn({ from, to }: Pick<Filters, 'from' | 'to'>, { low, high }: Span): Span {
  const first = (day: Temporal.PlainDate) => firstIdAt(day.toZonedDateTime('UTC').toInstant())
  return {
    low: from === null ? low : Math.max(low, first(from)),
    high: to === null ? high : Math.min(high, first(to.add({ days: 1 })) - 1),
  }
}
