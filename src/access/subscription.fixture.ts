import * as fc from 'fast-check'
import type { Effect, SeenContract, SeenPayment, SeenTerm } from './events.ts'
import type { Period } from './offer.ts'
import { endOf } from './period.ts'
import { step } from './step.ts'
import { newSubscription, type Subscription } from './subscription.ts'

/**
 * A small world for the state machine: a provider whose contracts are the truth, a stand that hears
 * of them late, twice, in disorder or never, and a clock that jumps. It keeps the truth by itself,
 * so that the reference model can say what must come out, without looking at the machine.
 */
export const zone = 'Europe/Amsterdam'
export const start = Temporal.Instant.from('2031-01-31T11:00:00Z')
export const price = { minor: 999, currency: 'EUR' }

/** One thing that happens; numbers choose among what there is. */
export type Act =
  | { readonly act: 'trial' | 'subscribe' | 'renew' | 'fail' | 'give-up' | 'withdraw' | 'tick' }
  | { readonly act: 'once'; readonly per: Period }
  | { readonly act: 'voucher'; readonly months: number }
  | { readonly act: 'choose' | 'portal'; readonly renews: boolean }
  | { readonly act: 'refund'; readonly which: number; readonly part: number }
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

/** Lets a history happen, and at its end everything become known that is still under way. */
export function lived(history: readonly Act[]): World {
  const world: World = {
    now: start,
    contracts: [],
    payments: [],
    vouchers: [],
    withdrawn: new Map(),
    trial: null,
    choice: null,
    subscription: newSubscription('s', 'ana', 'gold'),
    effects: [],
  }
  const stand = openStand(world)
  for (const act of history) stand.happen(act)
  stand.settle()
  return world
}

/** What the provider said, without when we heard it. */
type Answer =
  | { readonly kind: 'seen'; readonly ask: number; readonly contract: SeenContract }
  | { readonly kind: 'paid'; readonly payment: SeenPayment; readonly per: Period }

function openStand(world: World) {
  const late: Answer[] = []
  const tasks = new Map<string, Effect & { kind: 'task' }>()
  let asks = 0
  let numbers = 0

  const tell = (event: Parameters<typeof step>[1]) => {
    const { after, effects } = step(world.subscription, event, zone)
    world.subscription = after
    world.effects.push(...effects)
    for (const effect of effects) {
      if (effect.kind === 'task' && !tasks.has(effect.key)) tasks.set(effect.key, effect)
    }
  }
  const tellRenewal = () => {
    const { contract } = world.subscription
    const there = world.contracts.find(({ ref, over }) => ref === contract?.ref && !over)
    if (there === undefined) return
    tell({ kind: 'renewal-told', at: world.now, ref: there.ref, renews: there.renews })
  }
  const ask = (contract: TrueContract, lie: boolean) => {
    asks += 1
    const answer = { kind: 'seen', ask: asks, contract: seenFrom(contract) } as const
    if (lie) late.push(answer)
    else tell({ at: world.now, ...answer })
  }
  // The newest contract first: what an older one says after it must not take its place.
  const askAll = (lie: boolean) => {
    for (const contract of world.contracts.toReversed()) ask(contract, lie)
    for (const { per, ...payment } of world.payments) {
      const answer = { kind: 'paid', payment, per } as const
      if (lie) late.push(answer)
      else tell({ at: world.now, ...answer })
    }
  }
  const work = () => {
    for (const [key, { task }] of tasks) {
      tasks.set(key, { kind: 'task', key, task: { kind: 'end', ref: '' } })
      perform(world, task)
      if (task.kind === 'renewal') tellRenewal()
    }
  }
  return {
    happen,
    /** Everything is carried out, asked for again, and the clock is right. */
    settle() {
      work()
      askAll(false)
      work()
      askAll(false)
      // What is older than that must not matter any more.
      for (const answer of late) deliver(answer, true)
      tell({ kind: 'time', at: world.now })
    },
  }

  function happen(act: Act) {
    const { now } = world
    numbers += 1
    happenAtProvider(world, act, numbers)
    switch (act.act) {
      case 'trial':
        return startTrial()
      case 'withdraw':
        return withdraw()
      case 'tick':
        return tell({ kind: 'time', at: now })
      case 'jump':
        return tell({ kind: 'time', at: now.add({ hours: act.hours }) })
      case 'voucher': {
        const voucher = { key: `v${numbers}`, at: now, months: act.months }
        world.vouchers.push(voucher)
        return tell({ kind: 'voucher', ...voucher })
      }
      case 'choose':
        return choose(act.renews)
      case 'wait':
        world.now = now.add({ hours: act.hours })
        return
      case 'ask':
        return askAll(act.late)
      case 'deliver':
        return deliver(late[act.which % Math.max(1, late.length)], act.again)
      case 'work':
        return work()
    }
  }

  function startTrial() {
    const { now, contracts, payments, vouchers } = world
    if (world.trial !== null || contracts.length + payments.length + vouchers.length > 0) return
    world.trial = { since: now, until: now.add({ hours: 14 * 24 }) }
    tell({ kind: 'trial', at: now, until: world.trial.until })
  }

  function choose(renews: boolean) {
    tell({ kind: 'renewal', at: world.now, renews })
    const { contract } = world.subscription
    if (contract?.wish === renews) world.choice = { ref: contract.ref, renews }
  }

  function withdraw() {
    tell({ kind: 'withdraw', at: world.now })
    for (const { key, withdrawnAt } of world.subscription.terms) {
      if (withdrawnAt !== null) world.withdrawn.set(key, withdrawnAt)
    }
  }

  function deliver(answer: Answer | undefined, again: boolean) {
    if (answer === undefined) return
    tell({ at: world.now, ...answer })
    if (again) tell({ at: world.now, ...answer })
  }
}

/** What happens there, the stand does not hear of by itself. */
function happenAtProvider(world: World, act: Act, number: number) {
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
  }
}

function seenFrom({ ref, renews, over, failingSince, terms }: TrueContract): SeenContract {
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
function perform(world: World, task: Extract<Effect, { kind: 'task' }>['task']) {
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
