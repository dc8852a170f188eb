import type { Context } from 'hono'
import { addresses } from '../../addresses.ts'
import { localesOf } from '../../languages/locales.ts'
import type { Page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import type { SignedIn, Visit } from '../../visit.ts'
import { forReader } from './for-reader.ts'
import { giftsPart } from './gifts-part.ts'
import { householdParts } from './household-part.ts'
import { type AccountPage, accountSheet } from './page.ts'
import { planParts } from './plan-part.ts'
import { providerPart } from './provider-part.ts'

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
  said: Pick<AccountPage, 'done' | 'newAddress' | 'notInvited'> & { providerProblem?: string },
  status: 200 | 400 | 422 | 429 = 200,
): Promise<Response> {
  const { accounts, settings, lay } = needs
  const { id } = signedIn.reader
  const tongue = c.get('tongue')
  const { providerProblem: problem, ...words } = said
  const done = c.req.query('done')
  const [sessions, passkeys, plan, household, gifts, providers] = await Promise.all([
    accounts.sessions.of(id),
    accounts.passkeys.of(id),
    planParts(needs, tongue, id, done),
    householdParts(needs, tongue, id, said.notInvited),
    giftsPart(needs, tongue, id, done),
    providerPart(needs, tongue, { readerId: id, done, problem }),
  ])
  const sheet = accountSheet(tongue, {
    stand: settings.name,
    signedIn,
    sessions,
    passkeys,
    plan: [...plan, ...household, ...gifts],
    providers,
    locales: localesOf(settings),
    zone: settings.timeZone,
    ...words,
  })
  return sendPage(c, lay(tongue, sheet), { status })
}
