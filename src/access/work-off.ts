import type { Clock } from '#ground/clock'
import { bad, good, type Outcome } from '#ground/outcome'
import type { Task } from './events.ts'
import { unheardContract } from './notices.ts'
import type { Trouble } from './payments.ts'
import { type SettleNeeds, settle } from './settle.ts'
import type { SubscriptionBook, TaskBook } from './store.ts'
import { isRenewing } from './subscription.ts'

export interface WorkNeeds extends SettleNeeds {
  readonly subscriptions: Pick<SubscriptionBook, 'tell' | 'byId'>
  readonly tasks: TaskBook
  /** Told of what the provider refused, which a person has to look at; never a secret. */
  readonly report: (error: unknown, where: string) => void
}

/** A bank wants a payment back. Nothing follows from it until that is decided. */
class DisputeError extends Error {
  override readonly name = 'DisputeError'

  constructor(dispute: string) {
    super(`A payment is disputed (${dispute}): answer at the payment provider before its deadline`)
  }
}

/** How many at a time. */
const portion = 50

/** The waits after one failure, two, and so on; the last for every further one. */
const waits = [{ seconds: 10 }, { minutes: 1 }, { minutes: 10 }, { hours: 1 }] as const
const mostTries = 200

/** Lets every event that was received have its effect. Called again and again. */
export async function settleEvents(needs: WorkNeeds, signal?: AbortSignal): Promise<number> {
  const { log, clock } = needs
  let done = 0
  for (const { id, about, tries } of await log.due(clock(), portion)) {
    if (signal?.aborted) break
    const settled = about === null ? good('not-ours') : await tried(needs, settle(needs, about))
    if (!settled.ok) await postpone(needs, 'event', { id, tries, trouble: settled.reason })
    else await log.done(id, clock())
    if (settled.ok && settled.value === 'settled' && about?.what === 'dispute') {
      needs.report(new DisputeError(about.id), 'payments')
    }
    done += 1
  }
  return done
}

/** Asks the provider for everything that readers and rules want of it. Called again and again. */
export async function performTasks(needs: WorkNeeds, signal?: AbortSignal): Promise<number> {
  const { tasks, clock } = needs
  let done = 0
  for (const { key, task, tries } of await tasks.due(clock(), portion)) {
    if (signal?.aborted) break
    const performed = await tried(needs, perform(needs, key, task))
    if (performed.ok) await tasks.done(key, clock())
    else await postpone(needs, 'task', { id: key, tries, trouble: performed.reason })
    done += 1
  }
  return done
}

export interface TimeNeeds {
  readonly subscriptions: Pick<SubscriptionBook, 'tell' | 'due'>
  readonly clock: Clock
  /** Asks the provider about a contract of which news should have come; null without one. */
  readonly ask: ((contract: string) => Promise<unknown>) | null
}

/** Tells subscriptions that time has passed, and asks for news that should have come. */
export async function tellTime(
  { subscriptions, clock, ask }: TimeNeeds,
  signal?: AbortSignal,
): Promise<number> {
  let done = 0
  for (const whose of await subscriptions.due(clock(), portion)) {
    if (signal?.aborted) break
    const at = clock()
    const { subscription } = await subscriptions.tell(whose, { kind: 'time', at })
    const unheard = unheardContract(subscription, at)
    if (unheard !== null) await ask?.(unheard)
    done += 1
  }
  return done
}

/** Receives what the provider says has happened since, in case its messages were lost. */
export async function reconcile(
  { payments, log, clock }: WorkNeeds,
  since: Temporal.Instant,
): Promise<{ readonly found: number; readonly lost: number; readonly whole: boolean }> {
  let found = 0
  let lost = 0
  for await (const event of payments.eventsSince(since)) {
    if (!event.ok) return { found, lost, whole: false }
    found += 1
    if (await log.record(event.value, clock())) lost += 1
  }
  return { found, lost, whole: true }
}

/** A surprise about one thing must not hold up all that comes behind it. */
async function tried<Value>(
  { report }: WorkNeeds,
  work: Promise<Outcome<Value, Trouble>>,
): Promise<Outcome<Value, Trouble | 'surprise'>> {
  try {
    return await work
  } catch (error) {
    report(error, 'payments')
    return bad('surprise')
  }
}

async function perform(
  needs: WorkNeeds,
  key: string,
  task: Task,
): Promise<Outcome<unknown, Trouble>> {
  const { payments, subscriptions, clock } = needs
  switch (task.kind) {
    case 'renewal': {
      const subscription = await subscriptions.byId(task.subscription)
      const { contract = null } = subscription ?? {}
      if (subscription === null || contract === null || contract.over) return good('nothing')
      const { ref } = contract
      const renews = isRenewing(subscription)
      const set = await payments.setRenewal(ref, renews)
      if (!set.ok) return set
      const { readerId, planId } = subscription
      const event = { kind: 'renewal-told', at: clock(), ref, renews } as const
      await subscriptions.tell({ readerId, planId }, event)
      return settle(needs, { what: 'contract', id: ref })
    }
    case 'end':
      return payments.end(task.ref, key)
    case 'undo':
      return payments.undo(task.ref, key)
    case 'refund':
      return payments.refund(task.payment, task.amount, key)
  }
}

async function postpone(
  { log, tasks, clock, report }: WorkNeeds,
  what: 'event' | 'task',
  { id, tries, trouble }: { readonly id: string; tries: number; trouble: Trouble | 'surprise' },
): Promise<void> {
  const wait = waits[Math.min(tries, waits.length - 1)] ?? { hours: 1 }
  const isLast = tries + 1 >= mostTries
  const nextAt = isLast ? null : clock().add(wait)
  // What was refused once may be allowed when somebody has put it right.
  if (trouble === 'refused' && tries % 24 === 0) {
    report(new Error(`The payment provider refused the ${what} ${id}`), 'payments')
  }
  await (what === 'event' ? log : tasks).later(id, nextAt, trouble)
}
