import type { Kysely } from 'kysely'
import type { Effect, Notice, Receipt, Task } from '#access'
import type { Tables } from '../tables.ts'
import { putGrant } from './grants.ts'

/** About what the effects are: every row names it. */
export interface About {
  readonly readerId: string
  readonly planId: string
  /** What notices are numbered under: a key of theirs is unique within it. */
  readonly scope: string
  /** What the plan is called. */
  readonly plan: string
  readonly at: Temporal.Instant
}

/** Keeps what follows from an event, in the transaction of the event. */
export async function keepEffects(
  turn: Kysely<Tables>,
  effects: readonly Effect[],
  about: About,
): Promise<void> {
  const { readerId, planId, scope, plan, at } = about
  for (const effect of effects) {
    switch (effect.kind) {
      case 'right': {
        const opens = { what: 'plan', id: planId } as const
        await putGrant(turn, { ...effect.right, readerId, opens, note: '' }, at)
        break
      }
      case 'notice': {
        const { key, ...notice } = effect.notice
        const facts = { ...notice.facts, plan }
        await putNotice(turn, { ...notice, key: `${scope}:${key}`, facts, readerId, at })
        break
      }
      case 'receipt':
        await putReceipt(turn, { ...effect.receipt, readerId, label: plan })
        break
      case 'task':
        await putTask(turn, effect.key, effect.task, at)
        break
    }
  }
}

/** Does nothing when the same was to be told before. */
export async function putNotice(
  turn: Kysely<Tables>,
  {
    key,
    readerId,
    kind,
    facts,
    at,
  }: Notice & { readonly readerId: string; readonly at: Temporal.Instant },
): Promise<void> {
  const row = { key, reader_id: readerId, kind, facts: JSON.stringify(facts), handed_at: null }
  await turn
    .insertInto('access_notice')
    .values({ ...row, at: at.epochMilliseconds })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}

export async function putReceipt(
  turn: Kysely<Tables>,
  receipt: Receipt & { readonly readerId: string; readonly label: string; editionId?: string },
): Promise<void> {
  const { key, readerId, what, label, amount, at, since, until, editionId = null } = receipt
  await turn
    .insertInto('receipt')
    .values({
      ...{ key, reader_id: readerId, what, label, ...amount, at: at.epochMilliseconds },
      since: since?.epochMilliseconds ?? null,
      until: until?.epochMilliseconds ?? null,
      edition_id: editionId,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}

/** Does nothing when the provider was to be asked this before. */
export async function putTask(
  turn: Kysely<Tables>,
  key: string,
  task: Task,
  at: Temporal.Instant,
): Promise<void> {
  const now = at.epochMilliseconds
  const waiting = { at: now, next_at: now, tries: 0, done_at: null, fault: '' }
  await turn
    .insertInto('payment_task')
    .values({ key, facts: JSON.stringify(task), ...waiting })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}
