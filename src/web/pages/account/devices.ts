import { addresses } from '../../addresses.ts'
import type { Page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { typedIn } from '../../reader/asking.ts'
import { backToAccount, forReader } from './for-reader.ts'

/** Ends one of the reader's sessions, or all but this one. */
export function endSessions({ accounts: { sessions } }: PageNeeds): Page {
  return forReader(addresses.accountDevices, async (c, { reader, session }) => {
    const end = (await typedIn(c))('end')
    if (end === 'others') await sessions.endOthers(reader.id, session.id)
    else if (end !== '') await sessions.end(reader.id, end)
    return backToAccount(c)
  })
}
