import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Collection } from '#catalogue'
import { withdrawStory } from '#desk'
import { newId } from '#ground/ids'
import { collectionReader } from './collections.ts'
import { collectionDesk } from './collections-desk.ts'
import type { Database } from './database.ts'
import { outbox } from './outbox.ts'
import { storyReader } from './stories.ts'
import { addTide, deskOf, draftOf, noon, takeIn } from './tide.fixture.ts'

const quiet = (said: Partial<Collection> = {}): Collection => ({
  id: newId(),
  slug: 'quiet-water',
  title: 'Quiet water',
  introduction: 'Three stories for a still evening.',
  language: 'en',
  everywhere: true,
  editor: 'Mirre Holtslag',
  topic: 'culture',
  starts: noon,
  ends: null,
  revision: 1,
  changedAt: noon,
  chosen: [],
  ...said,
})

async function withStories(database: Database) {
  const tide = await addTide(database)
  await takeIn(
    database,
    tide,
    ['a', 'b', 'c'].map((key, position) => draftOf(key, { position })),
  )
  const cards = await storyReader(database).latestOf(tide.id, 99)
  const ids = new Map(cards.map(({ id, slug }) => [slug.replace('low-water-', ''), id]))
  const chosen = (keys: string) =>
    keys.split(' ').map((key) => ({
      storyId: ids.get(key) ?? assert.fail(`There is no story ${key}`),
      reason: `Because of ${key}.`,
    }))
  const reasons = (collection: Collection | null) =>
    collection?.chosen.map(({ reason }) => reason.at(-2)).join(' ')
  const withdraw = (key: string) =>
    withdrawStory(deskOf(database), {
      publication: 'tide',
      edition: '2031-04-02',
      story: `low-water-${key}`,
    })
  const [reader, desk] = [collectionReader(database), collectionDesk(database)]
  return { reader, desk, chosen, reasons, withdraw, tide }
}

/** What collections promise, kept by every engine. */
export function collectionsContract(engine: string, open: () => Promise<Database>) {
  describe(`a collection on ${engine}`, { timeout: 60_000 }, () => {
    it('is read as it was kept, with its stories in their order', async () => {
      await using database = await open()
      const { reader, desk, chosen, reasons } = await withStories(database)
      const ends = noon.add({ hours: 1 })
      const added = await desk.add(quiet({ chosen: chosen('b a'), ends }))
      const found = await reader.bySlug('quiet-water')
      assert.deepEqual(JSON.parse(JSON.stringify(found)), JSON.parse(JSON.stringify(added)))
      assert.equal(reasons(found), 'b a')
      const replaced = await desk.replace({ ...added, chosen: chosen('a c b'), topic: null })
      assert.ok(replaced.ok)
      assert.equal(replaced.value.revision, 2)
      assert.equal(reasons(await desk.byId(added.id)), 'a c b')
      assert.equal((await desk.byId(added.id))?.topic, null)
    })

    it('takes a change of the revision that is kept, and of no other', async () => {
      await using database = await open()
      const { desk } = await withStories(database)
      const added = await desk.add(quiet())
      const both = await Promise.all(
        ['One', 'Two'].map((title) => desk.replace({ ...added, title })),
      )
      assert.deepEqual(
        both.map((done) => (done.ok ? done.value.revision : done.reason)).toSorted(),
        [2, 'changed-meanwhile'],
      )
      assert.equal(await desk.remove(added.id, 1, noon), false)
      assert.equal(await desk.remove(added.id, 2, noon), true)
      const gone = await desk.replace({ ...added, revision: 2 })
      assert.deepEqual(gone, { ok: false, reason: 'missing' })
      assert.equal(await desk.byId(added.id), null)
    })

    it('has a name of its own in addresses', async () => {
      await using database = await open()
      const { desk } = await withStories(database)
      const first = await desk.add(quiet())
      const second = await desk.add(quiet())
      assert.deepEqual([first.slug, second.slug], ['quiet-water', 'quiet-water-2'])
      const same = await desk.replace(second)
      assert.equal(same.ok && same.value.slug, 'quiet-water-2')
    })

    it('loses a story that was withdrawn, and has it back when it returns', async () => {
      await using database = await open()
      const { reader, desk, chosen, reasons, withdraw, tide } = await withStories(database)
      const added = await desk.add(quiet({ chosen: chosen('c a b') }))
      await withdraw('a')
      const without = await reader.bySlug(added.slug)
      assert.equal(reasons(without), 'c b')
      assert.ok(without)
      await desk.replace({ ...without, title: 'Calm water' })
      assert.equal(reasons(await reader.bySlug(added.slug)), 'c b')
      await database.write
        .updateTable('story')
        .set({ withdrawn_at: null })
        .where('publication_id', '=', tide.id)
        .execute()
      assert.equal(reasons(await reader.bySlug(added.slug)), 'c a b')
    })

    it('is scheduled once it has a beginning, the last to begin first', async () => {
      await using database = await open()
      const { reader, desk } = await withStories(database)
      await desk.add(quiet({ slug: 'draft', starts: null }))
      await desk.add(quiet({ slug: 'early', starts: noon }))
      await desk.add(quiet({ slug: 'late', starts: noon.add({ hours: 2 }) }))
      const slugs = (await reader.scheduled(9)).map(({ slug }) => slug)
      assert.deepEqual(slugs, ['late', 'early'])
      assert.equal((await reader.scheduled(1)).length, 1)
      assert.equal((await desk.all()).length, 3)
    })

    it('tells of every change in the outbox', async () => {
      await using database = await open()
      const { desk } = await withStories(database)
      const events = outbox(database)
      const kinds = async () => {
        const lines = await events.after(0, 99)
        return lines.filter(({ happening }) => happening.kind === 'collected').length
      }
      const added = await desk.add(quiet())
      await desk.replace(added)
      await desk.replace(added)
      await desk.remove(added.id, 2, noon)
      assert.equal(await kinds(), 3)
    })
  })
}
