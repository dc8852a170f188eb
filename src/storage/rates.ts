import type { Rates } from '#accounts'
import { type Database, inTurn } from './database.ts'

/** Counters in one table of ours, for all processes of a stand. */
export function rates(database: Database): Rates {
  return {
    take: (wanted, full) =>
      inTurn(database, async (turn) => {
        if (wanted.length === 0) return null
        const keys = wanted.map(({ key }) => key)
        const rows = await turn.selectFrom('rate').selectAll().where('key', 'in', keys).execute()
        for (const counted of wanted) {
          const theirs = rows.filter(({ key }) => key === counted.key)
          const buckets = theirs.map(({ part, count }) => ({
            part: Number(part),
            count: Number(count),
          }))
          const until = full(counted, buckets)
          if (until !== null) return until
        }
        const fresh = wanted.map(({ key, part, endsAt }) => ({
          ...{ key, part, count: 1 },
          ends_at: endsAt.epochMilliseconds,
        }))
        await turn
          .insertInto('rate')
          .values(fresh)
          .onConflict((conflict) =>
            conflict
              .columns(['key', 'part'])
              .doUpdateSet(({ eb }) => ({ count: eb('rate.count', '+', 1) })),
          )
          .execute()
        return null
      }),
  }
}
