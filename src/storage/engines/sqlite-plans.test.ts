import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, it } from 'node:test'
import {
  type BylineReader,
  bylineKey,
  type EditionReader,
  type PublicationReader,
  type StoryReader,
} from '#catalogue'
import { bylineReader } from '../bylines.ts'
import type { Database } from '../database.ts'
import { editionReader } from '../editions.ts'
import { migrate } from '../migrate.ts'
import { publicationReader } from '../publications.ts'
import { signedIn } from '../reader.fixture.ts'
import { interests } from '../reading/interests.ts'
import { storyReader } from '../stories.ts'
import { addTide, draftOf, noon, takeIn } from '../tide.fixture.ts'
import { openSqlite } from './sqlite.ts'

const folder = mkdtempSync(join(tmpdir(), 'kiosk-plans-'))
after(() => rmSync(folder, { recursive: true }))

/** Grow with the stand: a page looks into them along an index, and no further than it shows. */
const large = /\bSCAN (story|edition|byline|revision|rest|received|alike|outbox)\b/

it('asks nothing for a page that goes through all stories or editions of the stand', async (t) => {
  const file = join(folder, 'kiosk.db')
  await using database = openSqlite(file)
  await migrate(database)
  const tide = await addTide(database)
  await takeIn(database, tide, [draftOf('a', { work: 'w', topic: 'food' }), draftOf('b')])
  const asked = new Set<string>()
  const { prepare } = DatabaseSync.prototype
  t.mock.method(DatabaseSync.prototype, 'prepare', function (this: DatabaseSync, text: string) {
    asked.add(text)
    return prepare.call(this, text)
  })
  // Statements are kept by the connection: this one has prepared none of them.
  await using fresh = openSqlite(file)
  await askEverything(fresh, tide.id)
  t.mock.restoreAll()

  const plain = new DatabaseSync(file, { readOnly: true })
  t.after(() => plain.close())
  const slow = [...asked].flatMap((text) => {
    const plan = plain.prepare(`explain query plan ${text}`).all()
    const steps = plan.map(({ detail }) => String(detail)).filter((step) => large.test(step))
    return isBounded(text, steps) ? [] : [`${text}\n  ${steps.join('\n  ')}`]
  })
  assert.deepEqual(slow, [])
  assert.ok(asked.size > 30, `${asked.size} statements`)
})

/** Along an index from its beginning, as far as a limit lets it. */
function isBounded(text: string, steps: readonly string[]): boolean {
  const ordered = steps.every((step) => / USING (COVERING )?INDEX \w+_newest$/.test(step))
  return steps.length === 0 || (ordered && / limit \?$/.test(text))
}

type Ask<Reader> = { [Name in keyof Reader]: (reader: Reader) => unknown }

/** Every question of these readers: a new one has to be put in here. */
async function askEverything(database: Database, id: string): Promise<void> {
  const address = { publication: 'tide', edition: '2031-04-02', story: 'low-water-a' }
  const stories = storyReader(database)
  const story = await stories.byAddress(address)
  const edition = await editionReader(database).byAddress('tide', '2031-04-02')
  assert.ok(story !== null && story !== 'withdrawn' && edition !== null)
  const ofStories: Ask<StoryReader> = {
    byAddress: (reader) => reader.byAddress(address),
    byIds: (reader) => reader.byIds([story.id, 'x']),
    openable: (reader) => reader.openable([story.id, 'x']),
    inEdition: (reader) => reader.inEdition(edition.id),
    latestOf: (reader) => reader.latestOf(id, 9),
    newest: (reader) =>
      Promise.all([reader.newest(9), reader.newest(9, 'nl'), reader.newest(9, 'en')]),
    latest: (reader) => reader.latest(9),
    onTopic: (reader) => reader.onTopic('food', 9),
    topics: (reader) => reader.topics(),
    translationsOf: (reader) => reader.translationsOf(story),
    alikeTo: (reader) => reader.alikeTo(story.id, 1),
    alikeAmong: (reader) => reader.alikeAmong([story.id, 'x']),
    months: (reader) => reader.months(),
    inMonth: async (reader) => {
      for (const skip of [0, 1]) await reader.inMonth('2031-04', { skip, most: 9 })
    },
  }
  const ofEditions: Ask<EditionReader> = {
    byAddress: (reader) => reader.byAddress('tide', '2031-04-02'),
    cardAt: (reader) => reader.cardAt('tide', '2031-04-02'),
    beside: (reader) => reader.beside(edition),
    cameOut: (reader) => reader.cameOut(id),
    latestOf: (reader) => reader.latestOf(id, 9),
    newest: (reader) => reader.newest(9),
    newestOf: (reader) => reader.newestOf([id]),
    newestNames: (reader) => reader.newestNames([id]),
    years: (reader) => reader.years(id),
    inYear: (reader) => reader.inYear(id, 2031),
  }
  const ofPublications: Ask<PublicationReader> = {
    bySlug: (reader) => reader.bySlug('tide'),
    byFormerSlug: (reader) => reader.byFormerSlug('ebb'),
    onStand: (reader) => Promise.all([reader.onStand(), reader.onStand([id])]),
    count: (reader) => reader.count(),
  }
  const ofBylines: Ask<BylineReader> = {
    signed: (reader) => reader.signed(bylineKey('Ana Tidewater') ?? '', 9),
    named: (reader) => reader.named([bylineKey('Ana Tidewater') ?? '']),
  }
  await askAll(ofStories, stories)
  await askAll(ofEditions, editionReader(database))
  await askAll(ofPublications, publicationReader(database))
  await askAll(ofBylines, bylineReader(database, stories))
  await askForMine(database, id)
}

/** Of all kinds at once, some of them muted. */
async function askForMine(database: Database, publicationId: string): Promise<void> {
  const { reader } = await signedIn(database)
  const theirs = interests(database)
  const named = [
    { kind: 'publication', subject: publicationId, wish: 'follow' },
    { kind: 'topic', subject: 'food', wish: 'follow' },
    { kind: 'byline', subject: 'ana-tidewater', wish: 'follow' },
    { kind: 'publication', subject: 'x', wish: 'mute' },
    { kind: 'topic', subject: 'sport', wish: 'mute' },
  ] as const
  for (const one of named) await theirs.keep(reader.id, { ...one, at: noon })
  assert.ok((await theirs.newest(reader.id, 9)).length > 0)
}

async function askAll<Reader>(all: Ask<Reader>, reader: Reader): Promise<void> {
  for (const name of Object.keys(all)) await Reflect.get(all, name)(reader)
}
