import { digestOf } from '#ground/digest'
import type { Draft } from './draft.ts'

/**
 * Puts the digest on a draft: equal words, doors, dates and pictures give equal digests. A hold
 * and a version are not part of it: a story whose embargo has passed is still the same story.
 */
export function seal({ hold, version, ...content }: Omit<Draft, 'digest'>): Draft {
  return { ...content, hold, version, digest: digestOf(JSON.stringify(sorted(content))) }
}

/** Keys in one order, so that the order in which a reader filled them in does not matter. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return String(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
