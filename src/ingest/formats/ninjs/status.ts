import type { Hold } from '../../draft.ts'
import { exactMoment, type Item, textAt } from './said.ts'

/** Whether the sender took the item back. */
export const isCancelled = (item: Item): boolean =>
  textAt(item, 'pubStatus', 'pubstatus') === 'canceled'

/**
 * Why an item may not come out yet, or null. An embargo that cannot be read holds until the sender
 * says better: publishing too early cannot be taken back.
 */
export function holdOf(item: Item, at: Temporal.Instant, where: string): Hold | null {
  if (textAt(item, 'pubStatus', 'pubstatus') === 'withheld') {
    const message = 'The sender withholds it: it comes out when it is sent again as "usable".'
    return { until: null, because: { code: 'item.withheld', message, where } }
  }
  const written = embargoOf(item)
  if (written === null) return null
  const until = exactMoment(written)
  if (until === null) {
    const message = `Its embargo "${written.slice(0, 60)}" cannot be read, so it is held: write it as 2025-06-04T09:30:00Z and send it again.`
    return { until, because: { code: 'item.embargoed', message, where } }
  }
  if (Temporal.Instant.compare(until, at) <= 0) return null
  const message = `It is under embargo until ${until}.`
  return { until, because: { code: 'item.embargoed', message, where } }
}

/** When the embargo ends, where it can be read. */
export function embargoEnd(item: Item): Temporal.Instant | null {
  return exactMoment(embargoOf(item) ?? '')
}

/** An embargo that is there but empty, or no text, is one that cannot be read. */
function embargoOf(item: Item): string | null {
  const name = ['embargoedUntil', 'embargoed'].find((one) => Object.hasOwn(item, one))
  return name === undefined ? null : String(item[name])
}
