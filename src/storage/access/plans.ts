import type { Kysely, Selectable } from 'kysely'
import { type Plan, type PlanBook, type PlanScope, type Price, planKey } from '#access'
import { newId } from '#ground/ids'
import { bad, good } from '#ground/outcome'
import { instantFrom, kindFrom, oneOf } from '../columns.ts'
import { type Database, inTurn } from '../database.ts'
import type { Tables } from '../tables.ts'
import type { PlanPriceTable, PlanTable } from './tables.ts'

export function planBook(database: Database): PlanBook {
  const { read } = database
  return {
    all: () => plansIn(read),
    async byName(name) {
      const [plan = null] = await plansIn(read, { name_key: planKey(name) })
      return plan
    },
    async byId(id) {
      const [plan = null] = await plansIn(read, { id })
      return plan
    },
    async byPrice(priceId) {
      const row = await read
        .selectFrom('plan_price')
        .select('plan_id')
        .where('id', '=', priceId)
        .where('retired_at', 'is', null)
        .executeTakeFirst()
      const [plan] = row === undefined ? [] : await plansIn(read, { id: row.plan_id })
      const price = plan?.prices.find(({ id }) => id === priceId)
      return plan?.retiredAt === null && price !== undefined ? { plan, price } : null
    },
    add: (draft, at) =>
      inTurn(database, async (turn) => {
        const name_key = planKey(draft.name)
        if ((await plansIn(turn, { name_key })).length > 0) return bad('taken')
        const id = newId()
        const { name, scope, trialDays, seats } = draft
        const kind = scope.what === 'kind' ? scope.kind : null
        const made = { made_at: at.epochMilliseconds, retired_at: null }
        const row = { id, name, name_key, opens: scope.what, kind, trial_days: trialDays, seats }
        await turn
          .insertInto('plan')
          .values({ ...row, ...made })
          .execute()
        const ids = scope.what === 'publications' ? new Set(scope.ids) : []
        for (const publication_id of ids) {
          await turn
            .insertInto('plan_publication')
            .values({ plan_id: id, publication_id })
            .execute()
        }
        return good({ ...draft, id, prices: [], retiredAt: null })
      }),
    setPrice: (planId, { per, price }, at) =>
      inTurn(database, async (turn) => {
        const { minor, currency } = price
        const now = at.epochMilliseconds
        await turn
          .updateTable('plan_price')
          .set({ retired_at: now })
          .where('plan_id', '=', planId)
          .where('per', '=', per)
          .where('currency', '=', currency)
          .where('retired_at', 'is', null)
          .execute()
        const id = newId()
        const made = { made_at: now, retired_at: null }
        const row = { id, plan_id: planId, per, currency, minor, ...made }
        await turn.insertInto('plan_price').values(row).execute()
        return { id, per, price }
      }),
    retire: (id, at) =>
      inTurn(database, async (turn) => {
        const { numUpdatedRows } = await turn
          .updateTable('plan')
          .set({ retired_at: at.epochMilliseconds })
          .where('id', '=', id)
          .where('retired_at', 'is', null)
          .executeTakeFirst()
        return numUpdatedRows > 0n
      }),
  }
}

async function plansIn(
  database: Kysely<Tables>,
  which: { readonly id?: string; readonly name_key?: string } = {},
): Promise<Plan[]> {
  const { id, name_key } = which
  const rows = await database
    .selectFrom('plan')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .$if(name_key !== undefined, (query) => query.where('name_key', '=', name_key ?? ''))
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const lists = await database
    .selectFrom('plan_publication')
    .selectAll()
    .where('plan_id', 'in', ids)
    .execute()
  const prices = await database
    .selectFrom('plan_price')
    .selectAll()
    .where('plan_id', 'in', ids)
    .where('retired_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => planFrom(row, lists, prices))
}

function planFrom(
  row: Selectable<PlanTable>,
  lists: readonly { plan_id: string; publication_id: string }[],
  prices: readonly Selectable<PlanPriceTable>[],
): Plan {
  const ids = lists.filter((one) => one.plan_id === row.id).map((one) => one.publication_id)
  return {
    id: row.id,
    name: row.name,
    scope: scopeFrom(row, ids),
    trialDays: row.trial_days,
    seats: row.seats,
    prices: prices.filter((one) => one.plan_id === row.id).map(priceFrom),
    retiredAt: row.retired_at === null ? null : instantFrom(row.retired_at),
  }
}

function scopeFrom({ opens, kind }: Selectable<PlanTable>, ids: readonly string[]): PlanScope {
  const what = oneOf(opens, ['stand', 'kind', 'publications'], 'scope of a plan')
  if (what === 'stand') return { what }
  return what === 'kind' ? { what, kind: kindFrom(kind ?? '') } : { what, ids }
}

function priceFrom({ id, per, currency, minor }: Selectable<PlanPriceTable>): Price {
  const price = { minor: Number(minor), currency }
  return { id, per: oneOf(per, ['month', 'year'], 'period'), price }
}
