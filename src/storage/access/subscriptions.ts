import type { Kysely } from 'kysely'
import {
  newSubscription,
  nextDue,
  type Subscription,
  type SubscriptionBook,
  type SubscriptionEvent,
  step,
  type Told,
  type Whose,
} from '#access'
import { newId } from '#ground/ids'
import { bad, good } from '#ground/outcome'
import { type Database, inTurn } from '../database.ts'
import type { Tables } from '../tables.ts'
import { keepEffects } from './effects.ts'
import { factsOf, subscriptionFrom } from './subscription-facts.ts'

/** @param zone IANA name of the stand's zone, in which months are counted */
export function subscriptionBook(database: Database, zone: string): SubscriptionBook {
  const { read } = database
  return {
    of: (readerId) => subscriptionsOf(read, readerId),
    async byId(id) {
      const row = await rows(read).where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : subscriptionFrom(row)
    },
    tell: (whose, event) => inTurn(database, (turn) => tellSubscription(turn, whose, event, zone)),
    startTrial: (whose, mark, event) =>
      inTurn(database, async (turn) => {
        const all = await subscriptionsOf(turn, whose.readerId)
        if (all.some(({ trial }) => trial !== null)) return bad('trial-taken')
        if (all.some(({ planId, terms }) => planId === whose.planId && terms.length > 0)) {
          return bad('has-plan')
        }
        const { numInsertedOrUpdatedRows: marked = 0n } = await turn
          .insertInto('trial_taken')
          .values({ mark, at: event.at.epochMilliseconds })
          .onConflict((conflict) => conflict.column('mark').doNothing())
          .executeTakeFirst()
        if (marked === 0n) return bad('trial-taken')
        return good((await tellSubscription(turn, whose, event, zone)).subscription)
      }),
    async due(at, most) {
      const found = await rows(read)
        .where('due_at', '<=', at.epochMilliseconds)
        .orderBy('due_at')
        .limit(most)
        .execute()
      return found.map(({ reader_id, plan_id }) => ({ readerId: reader_id, planId: plan_id }))
    },
  }
}

const rows = (database: Kysely<Tables>) => database.selectFrom('subscription').selectAll()

export async function subscriptionsOf(
  database: Kysely<Tables>,
  readerId: string,
): Promise<readonly Subscription[]> {
  const found = await rows(database).where('reader_id', '=', readerId).orderBy('id').execute()
  return found.map(subscriptionFrom)
}

/** Tells a subscription what happened, within a transaction. */
export async function tellSubscription(
  turn: Kysely<Tables>,
  { readerId, planId }: Whose,
  event: SubscriptionEvent,
  zone: string,
): Promise<Told> {
  const row = await rows(turn)
    .where('reader_id', '=', readerId)
    .where('plan_id', '=', planId)
    .executeTakeFirst()
  const before =
    row === undefined ? newSubscription(newId(), readerId, planId) : subscriptionFrom(row)
  const { after, effects } = step(before, event, zone)
  const changed = {
    facts: factsOf(after),
    provider_ref: after.contract?.over === false ? after.contract.ref : null,
    due_at: nextDue(after, event.at)?.epochMilliseconds ?? null,
  }
  if (row === undefined) {
    const ids = { id: after.id, reader_id: readerId, plan_id: planId }
    await turn
      .insertInto('subscription')
      .values({ ...ids, ...changed })
      .execute()
  } else {
    await turn.updateTable('subscription').set(changed).where('id', '=', after.id).execute()
  }
  if (effects.length > 0) {
    const plan = await planName(turn, planId)
    await keepEffects(turn, effects, { readerId, planId, plan, scope: after.id, at: event.at })
  }
  return { subscription: after, effects }
}

async function planName(turn: Kysely<Tables>, id: string): Promise<string> {
  const { name } = await turn
    .selectFrom('plan')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return name
}
