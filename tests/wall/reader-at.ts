import type { SubscriptionEvent } from '#access'
import type { Role } from '#accounts'
import type { Stand } from '../../src/assemble.ts'
import { signInAt } from './sign-in-at.ts'

export type Headers = Readonly<Record<string, string>>

export interface Wall {
  readonly stand: Stand
  readonly at: Temporal.Instant
  /** The walled story that was given and bought, and where it stands. */
  readonly story: {
    readonly id: string
    readonly publicationId: string
    readonly editionId: string
  }
  /** Another story, another edition and another publication: nothing there is walled. */
  readonly elsewhere: {
    readonly storyId: string
    readonly editionId: string
    readonly publicationId: string
  }
  readonly goldId: string
  readonly otherId: string
}

/** Somebody with an account, whose metered stories of this month are spent. */
export type Reader = (
  name: string,
  role?: Role,
) => Promise<{ readonly id: string; readonly headers: Headers }>

export const voucherOf = (at: Temporal.Instant, months: number): SubscriptionEvent => ({
  ...{ kind: 'voucher', at, key: `voucher ${at} ${months}`, months },
})

/** Signs somebody in, and spends their meter, so that a metered story is shut to them too. */
export function readersAt({ stand, at }: Pick<Wall, 'stand' | 'at'>): Reader {
  const { accounts, access } = stand
  return async (name, role) => {
    const { id, headers } = await signInAt(stand, name, at)
    if (role !== undefined) await accounts.readers.giveRole(id, role, at)
    const month = at.toString().slice(0, 7)
    await access.meter.take({ readerId: id, month, storyId: 'spent' }, access.rules.readers, at)
    return { id, headers }
  }
}

export function paid(
  key: string,
  at: Temporal.Instant,
  back?: Temporal.Instant,
): SubscriptionEvent {
  const amount = { minor: 999, currency: 'EUR' }
  const refund = { refunded: back ? 999 : 0, refundedAt: back ?? null }
  return { kind: 'paid', at, per: 'month', payment: { key, paidAt: at, amount, ...refund } }
}
