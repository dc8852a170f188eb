import type { Effect, SeenContract, SeenPayment } from './events.ts'
import type { Act } from './histories.fixture.ts'
import type { Period } from './offer.ts'
import {
  happenAtProvider,
  perform,
  seenFrom,
  start,
  type TrueContract,
  type World,
  zone,
} from './provider.fixture.ts'
import { step } from './step.ts'
import { newSubscription } from './subscription.ts'

/**
 * A small world for the state machine: a provider whose contracts are the truth, a stand that hears
 * of them late, twice, in disorder or never, and a clock that jumps. It keeps the truth by itself,
 * so that the reference model can say what must come out, without looking at the machine. Lets a
 * history happen there, and at its end everything become known that is still under way.
 */
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
