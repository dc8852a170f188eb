import { digestOf } from '#ground/digest'
import type { Draft } from './draft.ts'
import { withoutControls } from './text/one-line.ts'

/**
 * Takes out what no database and no page can hold, and puts the digest on a draft: equal words, doors, dates and pictures give equal digests. A hold
 * and a version are not part of it: a story whose embargo has passed is still the same story.
 */
export function seal({ hold, version, ...given }: Omit<Draft, 'digest'>): Draft {
  const content = clean(given)
  return { ...content, hold, version, digest: digestOf(JSON.stringify(sorted(content))) }
}

/** Every format has a spelling for such characters; here they have all been read. */
function clean<Value>(value: Value): Value
function clean(value: unknown): unknown {
  if (typeof value === 'string') return withoutControls(value)
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value !== 'object' || value === null || isDate(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]))
}

const isDate = (value: object): boolean =>
  value instanceof Temporal.Instant || value instanceof Temporal.PlainDate

/** Keys in one order, so that the order in which a reader filled them in does not matter. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  if (isDate(value)) return String(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
