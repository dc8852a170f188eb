import { addresses } from '../../addresses.ts'
import type { Page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { typedIn } from '../../reader/asking.ts'
import { accountAt, forReader } from './for-reader.ts'

/** Takes a given story back: nobody opens it from now on, and who has opened it keeps it. */
export function takeGiftBack({ access, clock }: PageNeeds): Page {
  return forReader(addresses.accountGifts, async (c, { reader }) => {
    const id = (await typedIn(c))('gift')
    const ended = await access.gifts.end(reader.id, id, clock())
    return c.redirect(`${accountAt(c)}${ended ? '?done=gift-back#done' : ''}`, 303)
  })
}
