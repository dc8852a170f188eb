import type { Kysely } from 'kysely'
import type { Happening, Outbox } from '#desk'
import { instantFrom } from './columns.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/**
 * Writes down what happened, in the transaction in which it happened. Writers take turns, so the
 * positions have no gaps and no later one is seen before an earlier one.
 */
export const note = (
  turn: Kysely<Tables>,
  at: Temporal.Instant,
  happening: Happening,
): Promise<void> => noteAll(turn, [{ at, happening }])

/** The same for several, in this order. */
export async function noteAll(
  turn: Kysely<Tables>,
  happened: readonly { readonly at: Temporal.Instant; readonly happening: Happening }[],
): Promise<void> {
  const { last } = await turn
    .selectFrom('outbox')
    .select(({ fn }) => fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  const first = Number(last ?? 0) + 1
  const rows = happened.map(({ at, happening: { kind, ...facts } }, index) => ({
    position: first + index,
    at: at.epochMilliseconds,
    kind,
    facts: JSON.stringify(facts),
  }))
  await turn.insertInto('outbox').values(rows).execute()
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
