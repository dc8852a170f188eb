import type { Effect, SeenContract, SeenPayment, SeenTerm } from './events.ts'
import type { Act } from './histories.fixture.ts'
import type { Period } from './offer.ts'
import { endOf } from './period.ts'
import type { Subscription } from './subscription.ts'

export const zone = 'Europe/Amsterdam'
export const start = Temporal.Instant.from('2031-01-31T11:00:00Z')
export const price = { minor: 999, currency: 'EUR' }

/** A contract at the provider, as it truly is. */
export interface TrueContract {
  readonly ref: string
  renews: boolean
  over: boolean
  failingSince: Temporal.Instant | null
  readonly terms: SeenTerm[]
}

export interface World {
  now: Temporal.Instant
  readonly contracts: TrueContract[]
  readonly payments: (SeenPayment & { readonly per: Period })[]
  readonly vouchers: { key: string; at: Temporal.Instant; months: number }[]
  readonly withdrawn: Map<string, Temporal.Instant>
  trial: { since: Temporal.Instant; until: Temporal.Instant } | null
  /** What the reader chose last on the stand, unless they chose elsewhere since. */
  choice: { readonly ref: string; readonly renews: boolean } | null
  /** What the stand made of it. */
  subscription: Subscription
  readonly effects: Effect[]
}

/** What happens there, the stand does not hear of by itself. */
export function happenAtProvider(world: World, act: Act, number: number) {
  const contract = world.contracts.find(({ over }) => !over)
  switch (act.act) {
    case 'subscribe':
      if (contract === undefined) subscribe(world, `c${number}`)
      return
    case 'renew':
      if (contract?.renews) renew(world, contract, `i${number}`)
      return
    case 'fail':
      if (contract?.renews) contract.failingSince = world.now
      return
    case 'give-up':
      if (contract !== undefined) contract.over = true
      return
    case 'portal':
      if (contract !== undefined) contract.renews = act.renews
      world.choice = null
      return
    case 'once': {
      const payment = { key: `p${number}`, paidAt: world.now, amount: price, refunded: 0 }
      world.payments.push({ ...payment, refundedAt: null, per: act.per })
      return
    }
    case 'refund':
      return refund(world, act.which, act.part)
    case 'dispute':
      return loseDispute(world, act.which)
  }
}

/** What the provider answers about a contract. */
export function seenFrom({ ref, renews, over, failingSince, terms }: TrueContract): SeenContract {
  const nextChargeAt = terms.at(-1)?.until ?? null
  const facts = { ref, customer: 'cus', per: 'month', price, renews, over } as const
  return { ...facts, failingSince, nextChargeAt, terms: terms.map((term) => ({ ...term })) }
}

function subscribe(world: World, ref: string): void {
  const contract = { ref, renews: true, over: false, failingSince: null, terms: [] }
  world.contracts.push(contract)
  renew(world, contract, `${ref}-1`)
}

function renew(world: World, contract: TrueContract, key: string): void {
  const since = contract.terms.at(-1)?.until ?? world.now
  if (Temporal.Instant.compare(world.now, since) < 0) world.now = since
  const until = endOf(since, 'month', zone)
  const money = { amount: price, refunded: 0, refundedAt: null }
  contract.terms.push({ key, paidAt: world.now, since, until, ...money })
  contract.failingSince = null
}

/** Pays back a part of some payment, in the provider's own pages. */
function refund(world: World, which: number, part: number): void {
  const paid = [...world.contracts.flatMap(({ terms }) => terms), ...world.payments]
  const chosen = paid[which % Math.max(1, paid.length)]
  if (chosen !== undefined) payBack(world, chosen.key, part)
}

/** The reader's bank takes back what is left of some payment. */
function loseDispute(world: World, which: number): void {
  const paid = [...world.contracts.flatMap(({ terms }) => terms), ...world.payments]
  const left = paid.filter(({ amount, refunded }) => refunded < amount.minor)
  const chosen = left[which % Math.max(1, left.length)]
  if (chosen === undefined) return
  payBack(world, chosen.key, chosen.amount.minor)
  for (const list of [...world.contracts.map(({ terms }) => terms), world.payments]) {
    const at = list.findIndex(({ key }) => key === chosen.key)
    const one = list[at]
    if (one !== undefined) list.splice(at, 1, { ...one, lostAt: world.now } as never)
  }
}

function payBack(world: World, key: string, minor: number): void {
  for (const list of [...world.contracts.map(({ terms }) => terms), world.payments]) {
    const at = list.findIndex((one) => one.key === key)
    const one = list[at]
    if (one === undefined) continue
    const refunded = Math.min(one.amount.minor, one.refunded + minor)
    if (refunded > one.refunded) {
      list.splice(at, 1, { ...one, refunded, refundedAt: world.now } as never)
    }
  }
}

/** What the provider does when it is asked to. */
export function perform(world: World, task: Extract<Effect, { kind: 'task' }>['task']) {
  switch (task.kind) {
    case 'renewal': {
      const { contract } = world.subscription
      const there = world.contracts.find(({ ref, over }) => ref === contract?.ref && !over)
      if (there !== undefined && contract !== null) there.renews = contract.wish ?? contract.renews
      return
    }
    case 'end':
    case 'undo':
      for (const contract of world.contracts) {
        if (contract.ref === task.ref) contract.over = true
      }
      return
    case 'refund':
      return payBack(world, task.payment, task.amount.minor)
  }
}
