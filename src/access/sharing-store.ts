import type { Outcome } from '#ground/outcome'
import type { Gift, GivenStory, NotOpened } from './gift.ts'
import type { Household, NotInvited, NotSeated, Seat } from './household.ts'
import type { NotRedeemed, Redeemed, Voucher } from './voucher.ts'

/** What is asked of storage about rights that somebody hands on: vouchers, seats and gifts. */

export interface VoucherBook {
  add(vouchers: readonly Voucher[]): Promise<void>
  /** Spends the voucher and tells the subscription, in one transaction. */
  redeem(
    digest: string,
    readerId: string,
    at: Temporal.Instant,
  ): Promise<Outcome<Redeemed, Exclude<NotRedeemed, 'too-many-tries' | 'not-a-code'>>>
  /** How many of each batch were made and redeemed, the newest first. */
  batches(): Promise<readonly VoucherBatch[]>
}

export interface VoucherBatch {
  readonly batch: string
  readonly plan: string
  readonly months: number
  readonly made: number
  readonly redeemed: number
  readonly until: Temporal.Instant | null
}

/** Who sits in whose household. A seat that ends opens nothing from that moment on. */
export interface HouseholdBook {
  of(ownerId: string, at: Temporal.Instant): Promise<Household>
  /** The seat that this reader has taken in somebody's household, or null. */
  seatOf(readerId: string): Promise<Seat | null>
  /** @param most how many invitations may be open at once */
  invite(
    seat: Seat,
    digest: string,
    at: Temporal.Instant,
    most: number,
  ): Promise<Outcome<Seat, Exclude<NotInvited, 'bad-label'>>>
  /** However many take at once, no more are seated than there are seats. */
  take(digest: string, readerId: string, at: Temporal.Instant): Promise<Outcome<Seat, NotSeated>>
  /** Ends a seat or an invitation of this owner; false when there was none. */
  remove(ownerId: string, seatId: string, at: Temporal.Instant): Promise<boolean>
  leave(readerId: string, at: Temporal.Instant): Promise<boolean>
}

export interface GiftBook {
  /** False when the giver made as many as they may since that moment. */
  add(
    gift: Gift,
    digest: string,
    allowance: { readonly most: number; readonly since: Temporal.Instant },
  ): Promise<boolean>
  count(giverId: string, since: Temporal.Instant): Promise<number>
  /** Why a link opens nothing for this reader, or for a browser, without opening it; or null. */
  whyShut(digest: string, readerId: string | null, at: Temporal.Instant): Promise<NotOpened | null>
  /** Those whose time is not over and that were not taken back, the newest first. */
  of(giverId: string, at: Temporal.Instant): Promise<readonly GivenStory[]>
  /** Counts an opening; a reader who opened it before is not counted again. */
  open(
    digest: string,
    opener: { readonly readerId: string } | { readonly claim: string },
    when: { readonly at: Temporal.Instant; readonly keeps: Temporal.Instant },
  ): Promise<Outcome<Gift, NotOpened>>
  /** Nobody opens it from now on; who opened it keeps it. */
  end(giverId: string, id: string, at: Temporal.Instant): Promise<boolean>
  /** Forgets what browsers kept longer than they may. */
  forgetBefore(at: Temporal.Instant): Promise<void>
}
