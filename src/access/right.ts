import type { Opens } from './opens.ts'

/** Where a right to read comes from, the one that says most first. */
export const sources = [
  ...(['plan', 'voucher', 'household', 'trial', 'edition', 'gift', 'given'] as const),
]

export type Source = (typeof sources)[number]

/** From `since` (included) to `until` (not included); null is without end. */
export interface Span {
  readonly since: Temporal.Instant
  readonly until: Temporal.Instant | null
}

/** A right of one reader, as it bears on the publication that was asked about. */
export interface Right extends Span {
  readonly from: Source
  readonly opens: Opens
}

/** A right to the whole stand or to whole publications. */
export interface WideRight extends Span {
  readonly from: Source
  readonly opens:
    | { readonly what: 'stand' }
    | { readonly what: 'publications'; readonly ids: readonly string[] }
}

/** A right as it is written down; "plan" opens whatever the plan opens when it is asked for. */
export interface Grant extends Span {
  /** Says what it follows from: the same key again changes the right, and never makes a second. */
  readonly key: string
  readonly readerId: string
  readonly from: Source
  readonly opens: Opens | { readonly what: 'plan'; readonly id: string }
  /** An operator's reason, or empty. */
  readonly note: string
}

/** Whether a right, or anything else that lasts, lasts at this moment; its end is not part of it. */
export function isLive({ since, until }: Span, at: Temporal.Instant): boolean {
  const { compare } = Temporal.Instant
  return compare(since, at) <= 0 && (until === null || compare(at, until) < 0)
}
