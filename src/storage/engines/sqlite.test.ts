import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { sql } from 'kysely'
import { StorageFullError } from '#ground/storage-full-error'
import { paymentsContract } from '../access/payments.contract.ts'
import { rightsContract } from '../access/rights.contract.ts'
import { sharingContract } from '../access/sharing.contract.ts'
import { subscriptionsContract } from '../access/subscriptions.contract.ts'
import { accountsContract } from '../accounts.contract.ts'
import { alikeContract } from '../alike.contract.ts'
import { catalogueContract } from '../catalogue.contract.ts'
import { collectionsContract } from '../collections.contract.ts'
import { inTurn } from '../database.ts'
import { feedsContract } from '../feeds.contract.ts'
import { migrate } from '../migrate.ts'
import { onStandContract } from '../on-stand.contract.ts'
import { pressContract } from '../press.contract.ts'
import { keepingContract } from '../reading/keeping.contract.ts'
import { readingContract } from '../reading/reading.contract.ts'
import { soundsContract } from '../renderings/sounds.contract.ts'
import { translationsContract } from '../renderings/translations.contract.ts'
import { storiesContract } from '../stories.contract.ts'
import { storyByAddress, storyReader } from '../stories.ts'
import { addTide, draftOf, effectsOf, paragraphs, takeIn } from '../tide.fixture.ts'
import { openSqlite } from './sqlite.ts'

const folder = mkdtempSync(join(tmpdir(), 'kiosk-sqlite-'))
after(() => rmSync(folder, { recursive: true }))
let count = 0

async function openFresh() {
  count += 1
  const database = openSqlite(join(folder, `${count}.db`))
  await migrate(database)
  return database
}

storiesContract('SQLite', openFresh)
accountsContract('SQLite', openFresh)
alikeContract('SQLite', openFresh)
catalogueContract('SQLite', openFresh)
collectionsContract('SQLite', openFresh)
feedsContract('SQLite', openFresh)
onStandContract('SQLite', openFresh)
pressContract('SQLite', openFresh)
rightsContract('SQLite', openFresh)
subscriptionsContract('SQLite', openFresh)
paymentsContract('SQLite', openFresh)
sharingContract('SQLite', openFresh)
readingContract('SQLite', openFresh)
keepingContract('SQLite', openFresh)
translationsContract('SQLite', openFresh)
soundsContract('SQLite', openFresh)

it('says that the disk is full, reads on, and writes again when there is space', async () => {
  await using database = await openFresh()
  const tide = await addTide(database)
  await takeIn(database, tide, [draftOf('a')])
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.write)
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(database.write)
  const long = draftOf('b', { blocks: paragraphs(2_000) })

  const [answer] = await takeIn(database, tide, [long])
  assert.deepEqual([answer?.status, answer?.code], ['refused', 'storage.full'])
  const stories = storyReader(database)
  assert.equal((await stories.latestOf(tide.id, 9)).length, 1)

  await sql`pragma max_page_count = 100000`.execute(database.write)
  assert.deepEqual(effectsOf(await takeIn(database, tide, [long])), ['new'])
  assert.equal((await stories.latestOf(tide.id, 9)).length, 2)
})

it('calls a full disk by its own name, not by the failed clean-up', async () => {
  await using database = await openFresh()
  await sql`pragma max_page_count = 1`.execute(database.write)
  const doomed = inTurn(database, (turn) =>
    turn
      .insertInto('outbox')
      .values({ position: 1, at: 1, kind: 'x', facts: 'tide '.repeat(500_000) })
      .execute(),
  )
  await assert.rejects(doomed, StorageFullError)
})

it('refuses a moment that was not turned into a number', async () => {
  await using database = await openFresh()
  const moment = Temporal.Instant.from('2031-04-02T06:00:00Z')
  const query = database.read
    .selectFrom('story')
    .selectAll()
    .where('id', '=', moment as never)
  await assert.rejects(query.execute(), /cannot keep/)
})

it('lets a page read while a transaction is open', async () => {
  await using database = await openFresh()
  const tide = await addTide(database)
  await takeIn(database, tide, [draftOf('a')])
  await inTurn(database, async (turn) => {
    await turn.deleteFrom('received').execute()
    assert.equal((await storyReader(database).latestOf(tide.id, 9)).length, 1)
  })
})

it('waits for the turn of another process instead of failing', async () => {
  const file = join(folder, 'shared.db')
  await using one = openSqlite(file)
  await migrate(one)
  await using other = openSqlite(file)
  const tide = await addTide(one)
  const both = await Promise.all([
    takeIn(one, tide, [draftOf('a')]),
    takeIn(other, tide, [draftOf('b')]),
  ])
  assert.deepEqual(effectsOf(both.flat()), ['new', 'new'])
})

it('goes straight to a story, however large its publication is', async () => {
  await using database = await openFresh()
  const { sql: words } = storyByAddress(database.read).compile()
  const asked = `explain query plan ${words.replaceAll('?', "''")}`
  const { rows } = await sql.raw<{ detail: string }>(asked).execute(database.read)
  const steps = rows.map(({ detail }) => detail).filter((detail) => /\bstory\b/.test(detail))
  assert.deepEqual(steps, [
    'SEARCH story USING INDEX sqlite_autoindex_story_2 (edition_id=? AND slug=?)',
  ])
})
