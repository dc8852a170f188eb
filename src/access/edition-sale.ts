import type { Consent } from './consent.ts'
import type { Effect, Receipt, SeenPayment } from './events.ts'
import type { Grant } from './right.ts'

/** One edition that a reader bought by itself. It is theirs for good, unless it is paid back. */
export interface Purchase {
  readonly readerId: string
  readonly editionId: string
  readonly payment: SeenPayment
  /** What the reader agreed to when they bought it; null when nobody asked them. */
  readonly consent: Consent | null
}

/** An edition that is a reader's own, as it is named and found. */
export interface OwnedEdition extends NamedEdition {
  readonly boughtAt: Temporal.Instant
}

export interface NamedEdition {
  readonly publicationSlug: string
  readonly publicationTitle: string
  /** Of the title. */
  readonly language: string
  readonly editionSlug: string
  readonly date: Temporal.PlainDate
}

/**
 * What follows from a payment for an edition, when this much of it was known to be paid back
 * before; null when the payment itself was not known.
 */
export function editionEffects(
  { readerId, editionId, payment, consent }: Purchase,
  known: number | null,
): {
  readonly grant: Grant
  readonly receipts: readonly Receipt[]
  readonly notices: readonly Extract<Effect, { kind: 'notice' }>['notice'][]
} {
  const { key, paidAt, amount, refunded, refundedAt, lostAt } = payment
  const isBack = lostAt !== undefined || (amount.minor > 0 && refunded >= amount.minor)
  const grant = {
    key: `edition:${key}`,
    readerId,
    from: 'edition',
    opens: { what: 'edition', id: editionId },
    since: paidAt,
    until: isBack ? (refundedAt ?? paidAt) : null,
    note: '',
  } as const
  const facts = { edition: editionId, minor: amount.minor, currency: amount.currency }
  const agreed = consent && { words: consent.words, agreed: String(consent.at) }
  const more = refunded - (known ?? 0)
  const span = { since: null, until: null }
  const paid = { key: `paid:${key}`, what: 'paid', amount, at: paidAt, ...span } as const
  const back = {
    ...{ key: `refunded:${key}:${refunded}`, what: 'refunded' as const, ...span },
    ...{ amount: { ...amount, minor: more }, at: refundedAt ?? paidAt },
  }
  return {
    grant,
    receipts: [...(known === null ? [paid] : []), ...(more > 0 ? [back] : [])],
    notices: [
      { key: `bought:${key}`, kind: 'edition-bought', facts: { ...facts, ...agreed } },
      ...(refunded > 0
        ? [
            {
              key: back.key,
              kind: 'edition-refunded',
              facts: { ...facts, minor: refunded, whole: isBack ? 'yes' : 'no' },
            } as const,
          ]
        : []),
    ],
  }
}
