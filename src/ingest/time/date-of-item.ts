import type { Remark } from '../remark.ts'
import { oneLine } from '../text/one-line.ts'
import { momentIn } from './moment.ts'

export interface ItemDate {
  readonly moment: Temporal.Instant | null
  readonly remarks: readonly Remark[]
}

const ahead = { hours: 24 }

/**
 * When an item was published: the first of its dates that can be read. A date more than a day
 * ahead is no date of publication, so such an item takes its place by when it was first seen.
 */
export function dateOfItem(
  dates: readonly string[],
  delivery: { readonly at: Temporal.Instant; readonly timeZone: string },
  where: string,
): ItemDate {
  const [written] = dates
  if (written === undefined) return without('date.missing', 'It has no date. Give one.', where)
  const shown = oneLine(written.slice(0, 60))
  const moment = dates
    .map((date) => momentIn(date, delivery.timeZone))
    .find((found) => found !== null)
  if (moment === undefined) {
    const message = `"${shown}" is no date we can read. Write it as 2025-06-04T09:30:00Z.`
    return without('date.unreadable', message, where)
  }
  if (Temporal.Instant.compare(moment, delivery.at.add(ahead)) <= 0) return { moment, remarks: [] }
  const message = `"${shown}" lies more than a day ahead; the story is ordered by its arrival. Check the clock.`
  return without('date.future', message, where)
}

const without = (code: string, message: string, where: string): ItemDate => ({
  moment: null,
  remarks: [{ code, message, where }],
})
