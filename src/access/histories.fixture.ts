import * as fc from 'fast-check'
import type { Period } from './offer.ts'

/** One thing that happens; numbers choose among what there is. */
export type Act =
  | { readonly act: 'trial' | 'subscribe' | 'renew' | 'fail' | 'give-up' | 'withdraw' | 'tick' }
  | { readonly act: 'once'; readonly per: Period }
  | { readonly act: 'voucher'; readonly months: number }
  | { readonly act: 'choose' | 'portal'; readonly renews: boolean }
  | { readonly act: 'refund'; readonly which: number; readonly part: number }
  | { readonly act: 'dispute'; readonly which: number }
  | { readonly act: 'wait'; readonly hours: number }
  | { readonly act: 'jump'; readonly hours: number }
  /** Asks the provider now; the answer comes now, or lies about until it is delivered. */
  | { readonly act: 'ask'; readonly late: boolean }
  | { readonly act: 'deliver'; readonly which: number; readonly again: boolean }
  | { readonly act: 'work' }

const plain = ['trial', 'subscribe', 'renew', 'fail', 'give-up', 'withdraw', 'tick'] as const

export const histories: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    fc.constantFrom(...plain).map((act): Act => ({ act })),
    fc.constantFrom('month', 'year' as const).map((per): Act => ({ act: 'once', per })),
    fc.integer({ min: 1, max: 12 }).map((months): Act => ({ act: 'voucher', months })),
    fc.boolean().map((renews): Act => ({ act: 'choose', renews })),
    fc.boolean().map((renews): Act => ({ act: 'portal', renews })),
    fc
      .record({ which: fc.nat(9), part: fc.constantFrom(300, 999) })
      .map((choice): Act => ({ act: 'refund', ...choice })),
    fc.nat(9).map((which): Act => ({ act: 'dispute', which })),
    fc.integer({ min: 1, max: 900 }).map((hours): Act => ({ act: 'wait', hours })),
    fc.integer({ min: -40 * 24, max: 40 * 24 }).map((hours): Act => ({ act: 'jump', hours })),
    fc.boolean().map((late): Act => ({ act: 'ask', late })),
    fc
      .record({ which: fc.nat(9), again: fc.boolean() })
      .map((choice): Act => ({ act: 'deliver', ...choice })),
    fc.constant<Act>({ act: 'work' }),
  ),
  { minLength: 1, maxLength: 60, size: 'max' },
)
