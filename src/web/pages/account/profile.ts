import { readerName } from '#accounts'
import { addresses } from '../../addresses.ts'
import { localesOf } from '../../languages/locales.ts'
import type { Page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { typedIn } from '../../reader/asking.ts'
import { backToAccount, forReader } from './for-reader.ts'

/** Keeps what a reader says of themselves; a language that we do not have changes nothing. */
export function changeProfile({ accounts, settings }: PageNeeds): Page {
  return forReader(addresses.accountProfile, async (c, { reader }) => {
    const typed = await typedIn(c)
    const known = localesOf(settings).find(({ name }) => name === typed('locale'))
    await accounts.readers.change(reader.id, {
      name: readerName(typed('name')),
      locale: known?.name ?? reader.locale,
      // No mail is sent yet that could be chosen.
      choices: reader.choices,
    })
    return backToAccount(c)
  })
}
