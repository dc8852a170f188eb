import type { Kysely } from 'kysely'
import { isRenewing, type VoucherBatch, type VoucherBook } from '#access'
import { bad, good } from '#ground/outcome'
import { instantFrom } from '../columns.ts'
import { type Database, inTurn } from '../database.ts'
import type { Tables } from '../tables.ts'
import { subscriptionsOf, tellSubscription } from './subscriptions.ts'

/** @param zone IANA name of the stand's zone, in which months are counted */
export function voucherBook(database: Database, zone: string): VoucherBook {
  return {
    async add(vouchers) {
      await inTurn(database, async (turn) => {
        for (const { id, digest, planId, months, batch, madeAt, until } of vouchers) {
          const moments = {
            made_at: madeAt.epochMilliseconds,
            until: until?.epochMilliseconds ?? null,
          }
          const row = { id, digest, plan_id: planId, months, batch, ...moments }
          await turn
            .insertInto('voucher')
            .values({ ...row, reader_id: null, redeemed_at: null })
            .execute()
        }
      })
    },
    redeem: (digest, readerId, at) =>
      inTurn(database, async (turn) => {
        const row = await voucherBy(turn, digest)
        if (row === undefined) return bad('unknown')
        const now = at.epochMilliseconds
        if (row.redeemed_at !== null) return bad('used')
        if (row.until !== null && Number(row.until) <= now) return bad('expired')
        const all = await subscriptionsOf(turn, readerId)
        if (all.some((one) => one.planId === row.plan_id && isRenewing(one))) return bad('renewing')
        await turn
          .updateTable('voucher')
          .set({ reader_id: readerId, redeemed_at: now })
          .where('id', '=', row.id)
          .execute()
        const { months, plan_id: planId } = row
        const event = { kind: 'voucher', at, key: `voucher-${row.id}`, months } as const
        const told = await tellSubscription(turn, { readerId, planId }, event, zone)
        const plan = { id: planId, name: row.name }
        return good({ plan, months, subscription: told.subscription })
      }),
    batches: () => batchesIn(database.read),
  }
}

function voucherBy(turn: Kysely<Tables>, digest: string) {
  return turn
    .selectFrom('voucher')
    .innerJoin('plan', 'plan.id', 'voucher.plan_id')
    .selectAll('voucher')
    .select('plan.name')
    .where('voucher.digest', '=', digest)
    .executeTakeFirst()
}

async function batchesIn(read: Kysely<Tables>): Promise<readonly VoucherBatch[]> {
  const rows = await read
    .selectFrom('voucher')
    .innerJoin('plan', 'plan.id', 'voucher.plan_id')
    .select(['voucher.batch', 'plan.name', 'voucher.months', 'voucher.until', 'voucher.made_at'])
    .select(({ fn }) => [
      fn.count('voucher.id').as('made'),
      fn.count('voucher.redeemed_at').as('redeemed'),
    ])
    .groupBy(['voucher.batch', 'plan.name', 'voucher.months', 'voucher.until', 'voucher.made_at'])
    .orderBy('voucher.made_at', 'desc')
    .execute()
  return rows.map(({ batch, name, months, until, made, redeemed }) => ({
    batch,
    plan: name,
    months,
    made: Number(made),
    redeemed: Number(redeemed),
    until: until === null ? null : instantFrom(until),
  }))
}
