import type { Clock } from '#ground/clock'
import { newId } from '#ground/ids'
import { bad, type Outcome } from '#ground/outcome'
import type { Plan } from './plan.ts'
import type { VoucherBook } from './sharing-store.ts'
import type { Subscription } from './subscription.ts'
import { newVoucherCode, voucherCodeIn, voucherDigest } from './voucher-code.ts'

/** A right to a plan on paper. Only the digest of its code is kept. */
export interface Voucher {
  readonly id: string
  readonly digest: string
  readonly planId: string
  readonly months: number
  /** What the operator made it for, or empty. */
  readonly batch: string
  readonly madeAt: Temporal.Instant
  /** When it can no longer be redeemed; null is never. */
  readonly until: Temporal.Instant | null
}

export type VoucherDraft = Pick<Voucher, 'planId' | 'months' | 'batch' | 'until'>

export const mostVouchers = 10_000
export const mostMonths = 120

/** Makes vouchers and keeps them; the codes are given this once, and never again. */
export async function makeVouchers(
  { vouchers, clock }: { readonly vouchers: VoucherBook; readonly clock: Clock },
  draft: VoucherDraft,
  count: number,
): Promise<readonly string[]> {
  const codes = Array.from({ length: count }, newVoucherCode)
  const madeAt = clock()
  await vouchers.add(
    codes.map((code) => ({ ...draft, id: newId(), digest: voucherDigest(code), madeAt })),
  )
  return codes
}

export interface RedeemNeeds {
  readonly vouchers: Pick<VoucherBook, 'redeem'>
  /** Whether this reader may try another code now: guessing has to be slow. */
  readonly mayTry: (readerId: string) => Promise<boolean>
  readonly clock: Clock
}

export interface Redeemed {
  readonly plan: Pick<Plan, 'id' | 'name'>
  readonly months: number
  readonly subscription: Subscription
}

export type NotRedeemed =
  | 'too-many-tries'
  /** Mistyped: no code of any stand looks like this. */
  | 'not-a-code'
  | 'unknown'
  | 'used'
  | 'expired'
  /** The reader pays for this plan again and again: what is given would run beside it unseen. */
  | 'renewing'

/** Gives the reader what is on a voucher, once. It begins when what they have has ended. */
export async function redeemVoucher(
  { vouchers, mayTry, clock }: RedeemNeeds,
  { readerId, text }: { readonly readerId: string; readonly text: string },
): Promise<Outcome<Redeemed, NotRedeemed>> {
  if (!(await mayTry(readerId))) return bad('too-many-tries')
  const code = voucherCodeIn(text)
  if (code === null) return bad('not-a-code')
  return vouchers.redeem(voucherDigest(code), readerId, clock())
}
