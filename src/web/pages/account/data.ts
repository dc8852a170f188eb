import { addresses } from '../../addresses.ts'
import type { Page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { forReader } from './for-reader.ts'

/** Every row about the reader, as a file. */
export function sendEverything({ accounts }: PageNeeds): Page {
  return forReader(addresses.accountData, async (c, { reader }) => {
    const everything = await accounts.readers.everything(reader.id)
    return c.body(`${JSON.stringify(everything, null, 2)}\n`, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="everything.json"',
    })
  })
}
