import type { Context, MiddlewareHandler } from 'hono'
import { isFresh, recognise } from '#accounts'
import type { AppNeeds } from '../needs.ts'
import { forNobodyElse } from '../page.ts'
import type { Visit } from '../visit.ts'
import { cookiesOf } from './cookies.ts'

/** Finds out who asks, where that may make a difference; a session that has ended is forgotten. */
export function knowReader({
  accounts,
  settings,
  clock,
  report,
}: Pick<AppNeeds, 'accounts' | 'settings' | 'clock' | 'report'>): MiddlewareHandler<Visit> {
  const cookies = cookiesOf(settings)
  return async (c, next) => {
    // Nowhere else is a session even looked at.
    if (!c.get('alone')) return next()
    c.set('reader', null)
    const token = cookies.read(c, 'session')
    if (token !== null) await recogniseIn(c, token)
    await next()
    c.res.headers.set('cache-control', forNobodyElse)
  }

  async function recogniseIn(c: Context<Visit>, token: string): Promise<void> {
    const seen = await recognise({ ...accounts, clock }, token)
    if (seen.kind === 'stranger') {
      cookies.endSession(c)
      if (seen.because === 'replayed') report(new ReplayError(), 'recognising a session')
      return
    }
    const { reader, session, freshToken } = seen
    const roles = (await accounts.readers.rolesOf([reader.id])).get(reader.id) ?? []
    c.set('reader', { reader, session, roles, fresh: isFresh(session, clock()) })
    if (freshToken !== null) cookies.beginSession(c, freshToken)
  }
}

/** A session token was shown long after it had been replaced. */
class ReplayError extends Error {
  override readonly name = 'ReplayError'

  constructor() {
    super('A token that was replaced long ago was shown: its session was ended')
  }
}
