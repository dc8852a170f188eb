import type { Context } from 'hono'
import { addresses } from '../../addresses.ts'
import { localesOf } from '../../languages/locales.ts'
import type { Page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import type { SignedIn, Visit } from '../../visit.ts'
import { forReader } from './for-reader.ts'
import { householdParts } from './household-part.ts'
import { type AccountPage, accountSheet } from './page.ts'
import { planParts } from './plan-part.ts'

export function showAccount(needs: PageNeeds): Page {
  return forReader(addresses.account, (c, signedIn) => {
    const done = c.req.query('done')
    return sendAccount(c, needs, signedIn, {
      done: done === 'saved' || done === 'address' ? done : null,
    })
  })
}

/** The account as it is now. */
export async function sendAccount(
  c: Context<Visit>,
  needs: PageNeeds,
  signedIn: SignedIn,
  said: Pick<AccountPage, 'done' | 'newAddress' | 'notInvited'>,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const { accounts, settings, lay } = needs
  const { id } = signedIn.reader
  const tongue = c.get('tongue')
  const [sessions, passkeys, plan, household] = await Promise.all([
    accounts.sessions.of(id),
    accounts.passkeys.of(id),
    planParts(needs, tongue, id, c.req.query('done')),
    householdParts(needs, tongue, id, said.notInvited),
  ])
  const sheet = accountSheet(tongue, {
    stand: settings.name,
    signedIn,
    sessions,
    passkeys,
    plan: [...plan, ...household],
    locales: localesOf(settings),
    zone: settings.timeZone,
    ...said,
  })
  return sendPage(c, lay(tongue, sheet), { status })
}
