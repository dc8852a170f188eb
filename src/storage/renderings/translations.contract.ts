import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { withdrawStory } from '#desk'
import type { KeptBlock } from '#translate'
import type { Database } from '../database.ts'
import { storyReader } from '../stories.ts'
import { addTide, deskOf, draftOf, noon, takeIn } from '../tide.fixture.ts'
import { engineUse } from './engine-use.ts'
import { glossaries } from './glossaries.ts'
import { translationBook } from './translations.ts'

const kept = (key: string): KeptBlock => ({
  key,
  segments: [`<em>${key}</em>`, ''],
  engine: 'Shouter',
  flags: ['numbers-differ'],
  at: noon,
})

async function withStories(database: Database) {
  const tide = await addTide(database)
  await takeIn(database, tide, [draftOf('a'), draftOf('b')])
  const cards = await storyReader(database).latestOf(tide.id, 9)
  const [a = '', b = ''] = ['a', 'b'].map(
    (key) => cards.find(({ slug }) => slug === `low-water-${key}`)?.id,
  )
  const book = translationBook(database)
  const there = async (keys: string) => [...(await book.of(keys.split(''))).keys()].sort().join('')
  return { tide, a, b, book, there }
}

/** What translations, glossaries and the use of engines promise, kept by every engine. */
export function translationsContract(engine: string, open: () => Promise<Database>) {
  describe(`translated blocks on ${engine}`, { timeout: 60_000 }, () => {
    it('come back as they were kept, once', async () => {
      await using database = await open()
      const { a, book } = await withStories(database)
      await book.keep([kept('x')], a, 1)
      await book.keep([{ ...kept('x'), engine: 'Other' }], a, 1)
      const found = (await book.of(['x', 'y'])).get('x')
      assert.ok(found)
      const { at, ...rest } = found
      assert.deepEqual({ ...rest, at: String(at) }, { ...kept('x'), at: String(noon) })
      assert.deepEqual([...(await book.of([])).keys()], [])
      await book.keep([], a, 1)
    })

    it('go with the last story that they are of', async () => {
      await using database = await open()
      const { a, b, book, there } = await withStories(database)
      await book.keep([kept('x'), kept('y'), kept('z')], a, 1)
      await book.claim(['x', 'nothing'], b, 1)
      assert.deepEqual((await book.storiesIn([a, b, 'c'])).toSorted(), [a, b].sort())
      await book.release(a, ['z'])
      assert.equal(await there('xyz'), 'xz')
      await book.release(b, [])
      assert.equal(await there('xyz'), 'z')
      assert.deepEqual(await book.storiesIn([a, b]), [a])
    })

    it('are not kept of a story that was corrected or withdrawn while they were made', async () => {
      await using database = await open()
      const { tide, a, b, book, there } = await withStories(database)
      await takeIn(database, tide, [draftOf('a', { headline: 'High water' })])
      await book.keep([kept('x')], a, 1)
      await book.keep([kept('y')], a, 2)
      const story = { publication: 'tide', edition: '2031-04-02', story: 'low-water-b' }
      await withdrawStory(deskOf(database), story)
      await book.keep([kept('z')], b, 1)
      await book.claim(['y'], b, 1)
      assert.equal(await there('xyz'), 'y')
      assert.deepEqual(await book.storiesIn([a, b]), [a])
    })

    it('may be many', async () => {
      await using database = await open()
      const { a, book } = await withStories(database)
      const keys = Array.from({ length: 6_000 }, (_, at) => `k${at}`)
      await book.keep(keys.map(kept), a, 1)
      assert.equal((await book.of(keys)).size, 6_000)
      await book.release(a, keys.slice(1))
      assert.equal((await book.of(keys)).size, 5_999)
    })
  })

  describe(`glossaries on ${engine}`, { timeout: 60_000 }, () => {
    it('hold one target for each name and language', async () => {
      await using database = await open()
      const { id } = await addTide(database)
      const book = glossaries(database)
      await book.set(id, { term: 'Tide', language: '', target: null })
      await book.set(id, { term: 'Tide', language: 'de', target: 'Flut' })
      await book.set(id, { term: 'Tide', language: 'de', target: 'Ebbe' })
      assert.deepEqual(await book.of(id), [
        { term: 'Tide', language: '', target: null },
        { term: 'Tide', language: 'de', target: 'Ebbe' },
      ])
      assert.equal(await book.remove(id, 'Tide', 'nl'), false)
      assert.equal(await book.remove(id, 'Tide', ''), true)
      assert.equal((await book.of(id)).length, 1)
    })
  })

  describe(`what engines were given on ${engine}`, { timeout: 60_000 }, () => {
    it('is no more than the month may have, whoever asks at the same time', async () => {
      await using database = await open()
      const use = engineUse(database)
      const takes = Array.from({ length: 5 }, () => use.take('shouter', '2031-04', 30, 100))
      assert.deepEqual((await Promise.all(takes)).toSorted(), [false, false, true, true, true])
      assert.equal(await use.take('shouter', '2031-04', 10, 100), true)
      assert.equal(await use.take('shouter', '2031-05', 100, 100), true)
      assert.equal(await use.take('other', '2031-04', 3_000_000_000, null), true)
      const used = await use.inMonth('2031-04')
      assert.deepEqual([used.get('shouter'), used.get('other')], [100, 3_000_000_000])
    })
  })
}
