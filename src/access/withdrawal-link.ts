import { type Keys, seal, unseal } from '#accounts'
import { isBefore } from './period.ts'

type WithdrawalKeys = Pick<Keys, 'withdrawals'>

/** One payment that can be withdrawn from, as the link of a mail carries it. */
export interface WithdrawalClaim {
  /** The id of the subscription, and the key of the payment. */
  readonly subscription: string
  readonly payment: string
  /** When it is of no use any more: with the time in which the law lets a reader withdraw. */
  readonly until: Temporal.Instant
}

const about = 'withdrawal'

/**
 * What a link carries that withdraws from one payment and can do nothing else. It stands nowhere
 * but in the mail, and nobody without the stand's secret can make one or read it.
 */
export function withdrawalToken({ withdrawals }: WithdrawalKeys, claim: WithdrawalClaim): string {
  const { subscription, payment, until } = claim
  return seal(withdrawals, JSON.stringify([subscription, payment, String(until)]), about)
}

/** What a token of ours is for; null when it is none, or its time is over. */
export function withdrawalIn(
  { withdrawals }: WithdrawalKeys,
  token: string,
  at: Temporal.Instant,
): WithdrawalClaim | null {
  const text = unseal(withdrawals, token, about)
  if (text === null) return null
  const [subscription, payment, end]: [string, string, string] = JSON.parse(text)
  const until = Temporal.Instant.from(end)
  return isBefore(at, until) ? { subscription, payment, until } : null
}
