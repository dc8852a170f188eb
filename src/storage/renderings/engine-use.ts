import type { EngineUse } from '#translate'
import { type Database, inTurn } from '../database.ts'

/** Counts in one table, for all processes of a stand: together they keep to the month. */
export function engineUse(database: Database): EngineUse {
  return {
    take: (engine, month, characters, most) =>
      inTurn(database, async (turn) => {
        const row = await turn
          .selectFrom('engine_use')
          .select('characters')
          .where('engine', '=', engine)
          .where('month', '=', month)
          .executeTakeFirst()
        const used = Number(row?.characters ?? 0) + characters
        if (most !== null && used > most) return false
        await turn
          .insertInto('engine_use')
          .values({ engine, month, characters: used })
          .onConflict((clash) =>
            clash.columns(['engine', 'month']).doUpdateSet({ characters: used }),
          )
          .execute()
        return true
      }),
    async inMonth(month) {
      const rows = await database.read
        .selectFrom('engine_use')
        .select(['engine', 'characters'])
        .where('month', '=', month)
        .execute()
      return new Map(rows.map(({ engine, characters }) => [engine, Number(characters)]))
    },
  }
}
