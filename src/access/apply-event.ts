import type { Effect, SeenContract, SeenTerm, SubscriptionEvent } from './events.ts'
import type { Notice } from './notices.ts'
import { withdrawalOf } from './standing.ts'
import { type Contract, isRenewing, type Subscription, type Term } from './subscription.ts'

export interface Applied {
  readonly facts: Subscription
  readonly notices?: readonly Notice[]
  readonly tasks?: readonly Extract<Effect, { kind: 'task' }>[]
}

/** The facts after an event, and what follows from it alone. */
export function applied(before: Subscription, event: SubscriptionEvent, zone: string): Applied {
  switch (event.kind) {
    case 'trial': {
      const trial = before.trial ?? { since: event.at, until: event.until }
      return { facts: { ...before, trial } }
    }
    case 'seen':
      return seen(before, event.ask, event.contract)
    case 'paid':
      return { facts: { ...before, terms: merged(before.terms, [paidTerm(event)]) } }
    case 'voucher':
      return { facts: { ...before, terms: merged(before.terms, [voucherTerm(event)]) } }
    case 'renewal':
      return renewal(before, event)
    case 'renewal-told':
      return { facts: renewalTold(before, event) }
    case 'withdraw':
      return withdrawn(before, event, zone)
    case 'time':
      return { facts: before }
  }
}

function seen(before: Subscription, ask: number, { terms, ...contract }: SeenContract): Applied {
  if (ask <= (before.asks[contract.ref] ?? 0)) return { facts: before }
  const asks = { ...before.asks, [contract.ref]: ask }
  const { contract: known } = before
  const isAnother = known !== null && known.ref !== contract.ref
  if (isAnother && !known.over && !contract.over) {
    const task = { kind: 'undo', ref: contract.ref } as const
    return {
      facts: { ...before, asks },
      tasks: [{ kind: 'task', key: `undo:${contract.ref}`, task }],
    }
  }
  const all = merged(
    before.terms,
    terms.map((term) => contractTerm(contract, term)),
  )
  // Late news of a former contract tell of its payments only.
  const isFormer = isAnother && contract.over
  // Whose bank took a payment back is not charged again.
  const ends = !contract.over && all.some((term) => term.contract === contract.ref && term.lostAt)
  const wish = ends ? false : known === null || isAnother ? null : known.wish
  const isDone = contract.over || wish === contract.renews
  const next = isFormer ? known : { ...contract, wish: isDone ? null : wish }
  const facts = { ...before, asks, contract: next, terms: all }
  if (!ends) return { facts }
  const task = { kind: 'end', ref: contract.ref } as const
  return { facts, tasks: [{ kind: 'task', key: `end:${contract.ref}`, task }] }
}

/** Adds payments that are new; of known ones more may have gone back. */
function merged(known: readonly Term[], news: readonly Term[]): readonly Term[] {
  const terms = new Map(known.map((term) => [term.key, term]))
  for (const term of news) {
    const there = terms.get(term.key)
    if (there === undefined) terms.set(term.key, term)
    else terms.set(term.key, { ...there, ...moreBack(there, term) })
  }
  return [...terms.values()]
}

/** What is known of a term's money that went back, with the news of it: never less than before. */
function moreBack(there: Term, { refunded, refundedAt, lostAt }: Term): Partial<Term> {
  return {
    ...(refunded > there.refunded ? { refunded, refundedAt } : {}),
    ...(there.lostAt === undefined && lostAt !== undefined ? { lostAt } : {}),
  }
}

function contractTerm({ ref, per }: Omit<Contract, 'wish'>, term: SeenTerm): Term {
  return { ...term, contract: ref, from: 'plan', months: null, per, withdrawnAt: null }
}

function paidTerm({ payment, per }: Extract<SubscriptionEvent, { kind: 'paid' }>): Term {
  const { key, paidAt } = payment
  const months = per === 'year' ? 12 : 1
  const span = { months, since: paidAt, until: paidAt }
  return { ...payment, contract: key, from: 'plan', ...span, per, withdrawnAt: null }
}

function voucherTerm({ at, key, months }: Extract<SubscriptionEvent, { kind: 'voucher' }>): Term {
  const span = { paidAt: at, months, since: at, until: at, per: null }
  const money = { amount: null, refunded: 0, refundedAt: null, withdrawnAt: null }
  return { key, contract: key, from: 'voucher', ...span, ...money }
}

function renewal(
  before: Subscription,
  { renews }: Extract<SubscriptionEvent, { kind: 'renewal' }>,
): Applied {
  const { contract, id } = before
  if (contract === null || contract.over || isRenewing(before) === renews) return { facts: before }
  const choices = before.choices + 1
  const facts = { ...before, choices, contract: { ...contract, wish: renews } }
  const key = `renewal:${id}:${choices}`
  const tasks = [{ kind: 'task', key, task: { kind: 'renewal', subscription: id } }] as const
  if (!renews) return { facts, tasks }
  const said = { key, kind: 'renewal-on', facts: { next: String(contract.nextChargeAt) } } as const
  return { facts, tasks, notices: [said] }
}

function renewalTold(
  before: Subscription,
  { ref, renews }: Extract<SubscriptionEvent, { kind: 'renewal-told' }>,
): Subscription {
  const { contract } = before
  if (contract?.ref !== ref || contract.wish !== renews) return before
  return { ...before, contract: { ...contract, renews, wish: null } }
}

function withdrawn(
  before: Subscription,
  { at, payment }: Extract<SubscriptionEvent, { kind: 'withdraw' }>,
  zone: string,
): Applied {
  const found = withdrawalOf(before, at, zone, payment)
  if (found === null) return { facts: before }
  const { term } = found
  const { contract } = before
  const isContract = contract !== null && contract.ref === term.contract && !contract.over
  const terms = before.terms.map((one) => (one === term ? { ...one, withdrawnAt: at } : one))
  const amount = { minor: 0, currency: 'EUR', ...term.amount }
  const back = { ...amount, minor: amount.minor - term.refunded }
  const refund = { kind: 'refund', payment: term.key, amount: back } as const
  const end = { kind: 'end', ref: term.contract } as const
  return {
    facts: {
      ...before,
      terms,
      contract: isContract ? { ...contract, wish: false } : contract,
    },
    tasks: [
      ...(isContract ? [{ kind: 'task', key: `end:${end.ref}`, task: end } as const] : []),
      { kind: 'task', key: `refund:${term.key}`, task: refund },
    ],
    notices: [
      {
        key: `withdrawn:${term.key}`,
        kind: 'withdrawn',
        facts: { at: String(at), minor: back.minor, currency: back.currency },
      },
    ],
  }
}
