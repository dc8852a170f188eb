import { join } from 'node:path'
import type { Clock } from '#ground/clock'
import { openReader } from '#ingest'
import type { ImportNeeds } from '#jobs'
import { openCarefulClient, openDiskBlobs, openPictureKeeper } from '#outside'
import {
  alikeBook,
  collectionDesk,
  type Database,
  editionReader,
  feedBook,
  outbox,
  press,
  publicationDesk,
  publicationReader,
  sharedLists,
  storyReader,
} from '#storage'
import { addresses, href } from '#web'
import { assembleAccess } from './assemble/access.ts'
import { assembleAccounts } from './assemble/accounts.ts'
import { openDatabase } from './assemble/database.ts'
import { assembleNarration } from './assemble/narration.ts'
import { assembleSearch } from './assemble/search.ts'
import type { Stand } from './assemble/stand.ts'
import { assembleTranslation } from './assemble/translation.ts'
import { assembleWeb } from './assemble/web.ts'
import type { Config } from './config.ts'

export type { Stand } from './assemble/stand.ts'
export type { Web } from './assemble/web.ts'

/**
 * Joins the parts: nowhere but here and in `assemble/` are concrete ones named. What it opened closes
 * in reverse, even half way.
 */
export async function assemble(
  config: Config,
  { clock = () => Temporal.Now.instant() }: { clock?: Clock } = {},
): Promise<Stand> {
  await using opened = new AsyncDisposableStack()
  const database = opened.use(await openDatabase(config))
  const accounts = await assembleAccounts(config, database, clock)
  const access = await assembleAccess(config, database, accounts)
  const blobs = await openDiskBlobs(join(config.folder, 'pictures'))
  const masters = await openDiskBlobs(join(config.folder, 'masters'))
  const covers = await openDiskBlobs(join(config.folder, 'covers'))
  const client = openCarefulClient({ publicUrl: config.publicUrl.href })
  const reader = opened.use(openReader())
  const desk: ImportNeeds = {
    press: press(database),
    publications: publicationDesk(database),
    pictures: openPictureKeeper({ client, blobs, masters }),
    reader,
    client,
    clock,
    timeZone: config.timeZone,
    language: config.language,
  }
  const events = outbox(database)
  const search = opened.use(assembleSearch(config.folder, database, events))
  const narration = opened.use(await assembleNarration(config, database, clock))
  const translation = opened.use(await assembleTranslation(config, database, clock))
  const parts = {
    ...readersOf(database),
    ...{ desk, outbox: events, accounts, access, narration, translation, search },
    checks: async () => [...(await narration.checks()), ...(await translation.checks())],
    alike: { book: alikeBook(database), documents: search.documents, outbox: events, clock },
    accountAt: (locale: string) => new URL(href(addresses.account, { locale }), config.publicUrl),
  }
  const kept = opened.move()
  return {
    ...parts,
    openWeb: (given) =>
      assembleWeb(parts, { config, database, clock, blobs, masters, covers }, given),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

/** What is on the stand and around it, for the command line too. */
function readersOf(database: Database) {
  return {
    feeds: feedBook(database),
    publications: publicationReader(database),
    stories: storyReader(database),
    collections: collectionDesk(database),
    sharedLists: sharedLists(database),
    editions: editionReader(database),
  }
}
