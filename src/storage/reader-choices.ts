import type { Kysely } from 'kysely'
import { type MailChoice, mailChoices, type ReadingWish } from '#accounts'
import type { Tables } from './tables.ts'

/** What a reader chose: one column holds all of it. */
export interface Choices {
  readonly mails: readonly MailChoice[]
  readonly reading: ReadingWish | null
}

export function choicesColumn({ mails, reading }: Choices): string {
  return JSON.stringify({ mails, reading })
}

/** As this program wrote it; before there was more to choose, it was a list of mails. */
type Column = readonly string[] | { mails: readonly string[]; reading: Written | null }

interface Written {
  readonly words: string
  readonly theme: string
  readonly at: string
}

export function choicesFrom(column: string): Choices {
  const kept: Column = JSON.parse(column)
  if (!('mails' in kept)) return { mails: knownMails(kept), reading: null }
  const { mails, reading } = kept
  return {
    mails: knownMails(mails),
    reading: reading && { ...reading, at: Temporal.Instant.from(reading.at) },
  }
}

/** A kind of mail that this Kiosk does not know any more is sent to nobody. */
function knownMails(names: readonly string[]): readonly MailChoice[] {
  return names.flatMap((name) => mailChoices.find((choice) => choice === name) ?? [])
}

export async function choicesOf(database: Kysely<Tables>, id: string): Promise<Choices | null> {
  const row = await database
    .selectFrom('reader')
    .select('choices')
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? choicesFrom(row.choices) : null
}

/** Changes these choices and leaves the others; in a turn, for it reads before it writes. */
export async function changeChoices(
  turn: Kysely<Tables>,
  id: string,
  changed: Partial<Choices>,
): Promise<void> {
  const before = await choicesOf(turn, id)
  if (before === null) return
  const choices = choicesColumn({ ...before, ...changed })
  await turn.updateTable('reader').set({ choices }).where('id', '=', id).execute()
}
