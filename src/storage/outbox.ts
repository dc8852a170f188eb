import type { Kysely } from 'kysely'
import type { Happening, Outbox } from '#desk'
import { instantFrom } from './columns.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/**
 * Writes down what happened, in the transaction in which it happened. Writers take turns, so the
 * positions have no gaps and no later one is seen before an earlier one.
 */
export async function note(
  turn: Kysely<Tables>,
  at: Temporal.Instant,
  happening: Happening,
): Promise<void> {
  const { last } = await turn
    .selectFrom('outbox')
    .select(({ fn }) => fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  const { kind, ...facts } = happening
  await turn
    .insertInto('outbox')
    .values({
      position: Number(last ?? 0) + 1,
      at: at.epochMilliseconds,
      kind,
      facts: JSON.stringify(facts),
    })
    .execute()
}

export function outbox({ read }: Database): Outbox {
  return {
    async last() {
      const { last } = await read
        .selectFrom('outbox')
        .select(({ fn }) => fn.max('position').as('last'))
        .executeTakeFirstOrThrow()
      return Number(last ?? 0)
    },
    async after(position, most) {
      const rows = await read
        .selectFrom('outbox')
        .selectAll()
        .where('position', '>', position)
        .orderBy('position')
        .limit(most)
        .execute()
      return rows.map((row) => ({
        position: Number(row.position),
        at: instantFrom(row.at),
        happening: { kind: row.kind, ...JSON.parse(row.facts) },
      }))
    },
  }
}
