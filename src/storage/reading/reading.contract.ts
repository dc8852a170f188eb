import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { withdrawStory } from '#desk'
import { mostQueued } from '#reading'
import type { Database } from '../database.ts'
import { signedIn } from '../reader.fixture.ts'
import { storyReader } from '../stories.ts'
import { addTide, deskOf, draftOf, noon, takeIn } from '../tide.fixture.ts'
import { places } from './places.ts'
import { queues } from './queues.ts'

/** A reader, and stories by the keys they came with. */
async function withStories(database: Database, keys: readonly string[]) {
  const tide = await addTide(database)
  await takeIn(
    database,
    tide,
    keys.map((key, position) => draftOf(key, { position })),
  )
  const cards = await storyReader(database).latestOf(tide.id, 9_999)
  const { reader } = await signedIn(database)
  const slugs = new Map(cards.map(({ id, slug }) => [id, slug.replace('low-water-', '')]))
  const ids = new Map([...slugs].map(([id, key]) => [key, id]))
  const idOf = (key: string) => ids.get(key) ?? assert.fail(`There is no story ${key}`)
  const withdraw = (key: string) =>
    withdrawStory(deskOf(database), {
      publication: 'tide',
      edition: '2031-04-02',
      story: `low-water-${key}`,
    })
  return { reader, idOf, slugs, withdraw }
}

/** What places and queues promise, kept by every engine. */
export function readingContract(engine: string, open: () => Promise<Database>) {
  describe(`the place in a story on ${engine}`, { timeout: 60_000 }, () => {
    it('is the later one, whichever comes last', async () => {
      await using database = await open()
      const { reader, idOf } = await withStories(database, ['a'])
      const store = places(database)
      const place = (block: string, at: Temporal.Instant) => ({
        ...{ storyId: idOf('a'), block, share: 0.25, at },
      })
      assert.equal(await store.of(reader.id, idOf('a')), null)
      assert.equal(await store.keep(reader.id, place('b7', noon.add({ minutes: 1 }))), true)
      assert.equal(await store.keep(reader.id, place('b2', noon)), false)
      const kept = await store.of(reader.id, idOf('a'))
      assert.deepEqual([kept?.block, kept?.share], ['b7', 0.25])
      assert.ok(kept?.at.equals(noon.add({ minutes: 1 })))
      await store.forget(reader.id, idOf('a'))
      assert.equal(await store.of(reader.id, idOf('a')), null)
    })

    it('is kept in no story that is not on the stand, and shown of none', async () => {
      await using database = await open()
      const { reader, idOf, withdraw } = await withStories(database, ['a'])
      const store = places(database)
      const place = { storyId: idOf('a'), block: 'b1', share: 0, at: noon }
      assert.equal(await store.keep(reader.id, { ...place, storyId: 'nowhere' }), false)
      assert.equal(await store.keep(reader.id, place), true)
      await withdraw('a')
      assert.equal(await store.of(reader.id, idOf('a')), null)
      assert.equal(await store.keep(reader.id, { ...place, at: noon.add({ hours: 1 }) }), false)
    })
  })

  describe(`a queue on ${engine}`, { timeout: 60_000 }, () => {
    const withQueue = async (database: Database, keys: readonly string[]) => {
      const made = await withStories(database, keys)
      const store = queues(database)
      const add = (added: readonly string[], where: 'next' | 'last' = 'last') =>
        store.add(made.reader.id, added.map(made.idOf), where, noon)
      const keysOf = async () =>
        (await store.of(made.reader.id)).map((id) => made.slugs.get(id)).join(' ')
      return { ...made, store, add, keysOf }
    }

    it('keeps the reader’s own order', async () => {
      await using database = await open()
      const { store, reader, idOf, add, keysOf } = await withQueue(database, ['a', 'b', 'c', 'd'])
      await add(['a', 'b', 'c'])
      assert.equal(await keysOf(), 'a b c')
      await add(['d', 'c'], 'next')
      assert.equal(await keysOf(), 'd c a b')
      await add(['d'])
      assert.equal(await keysOf(), 'c a b d')
      await store.move(reader.id, idOf('d'), idOf('a'))
      assert.equal(await keysOf(), 'c d a b')
      await store.move(reader.id, idOf('c'), null)
      assert.equal(await keysOf(), 'd a b c')
      await store.move(reader.id, 'nowhere', idOf('a'))
      await store.remove(reader.id, idOf('a'))
      assert.equal(await keysOf(), 'd b c')
      await store.clear(reader.id)
      assert.equal(await keysOf(), '')
    })

    it('loses stories that were withdrawn, and takes none that is not there', async () => {
      await using database = await open()
      const { store, reader, idOf, add, keysOf, withdraw } = await withQueue(database, ['a', 'b'])
      await store.add(reader.id, ['nowhere', idOf('a'), idOf('b'), idOf('a')], 'last', noon)
      assert.equal(await keysOf(), 'a b')
      await withdraw('a')
      assert.equal(await keysOf(), 'b')
      await add(['a'], 'next')
      assert.equal(await keysOf(), 'b')
    })

    it('holds so many and no more: what is further back stays out', async () => {
      await using database = await open()
      const all = Array.from({ length: mostQueued + 2 }, (_, index) => `s${index}`)
      const { store, reader, add, idOf } = await withQueue(database, all)
      await add(all)
      const held = await store.of(reader.id)
      assert.equal(held.length, mostQueued)
      assert.ok(held.includes(idOf('s0')))
      await add([`s${mostQueued + 1}`], 'next')
      const after = await store.of(reader.id)
      assert.deepEqual([after.length, after[0]], [mostQueued, idOf(`s${mostQueued + 1}`)])
      assert.ok(!after.includes(idOf(`s${mostQueued - 1}`)))
    })
  })
}
