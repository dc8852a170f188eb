import { endedBefore, type Sweeper } from '#accounts'
import { type Database, inTurn } from './database.ts'

/** Mails that could not be sent, and the names of those that come once, are remembered this long. */
const remembered = { hours: 30 * 24 }

export function sweeper(database: Database): Sweeper {
  return {
    sweep: (at) =>
      inTurn(database, async (turn) => {
        const now = at.epochMilliseconds
        const { used, began } = endedBefore(at)
        await turn.deleteFrom('sign_in').where('ends_at', '<=', now).execute()
        await turn.deleteFrom('spent_challenge').where('ends_at', '<=', now).execute()
        await turn.deleteFrom('rate').where('ends_at', '<=', now).execute()
        await turn
          .deleteFrom('session')
          .where(({ eb, or }) =>
            or([
              eb('used_at', '<=', used.epochMilliseconds),
              eb('began_at', '<=', began.epochMilliseconds),
            ]),
          )
          .execute()
        await turn
          .deleteFrom('mail')
          .where('done_at', '<=', at.subtract(remembered).epochMilliseconds)
          .where('once', 'is', null)
          .execute()
      }),
  }
}
