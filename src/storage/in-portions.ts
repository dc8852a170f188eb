import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * Asks for many things a portion at a time. A question to SQLite holds the program up until it is
 * answered; between two of them others have their turn.
 * @returns the answers in the order of what was asked for
 */
export async function inPortions<Asked, Answer>(
  all: readonly Asked[],
  most: number,
  ask: (some: readonly Asked[]) => Promise<readonly Answer[]>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let from = 0; from < all.length; from += most) {
    if (from > 0) await nextTurn()
    answers.push(...(await ask(all.slice(from, from + most))))
  }
  return answers
}

/**
 * The same for what is not known before: each portion begins where the last one ended.
 * @param after asks for what comes after this one, or for the first
 */
export async function portionByPortion<Row>(
  most: number,
  after: (last: Row | null) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    const portion = await after(rows.at(-1) ?? null)
    rows.push(...portion)
    if (portion.length < most) return rows
    await nextTurn()
  }
}
