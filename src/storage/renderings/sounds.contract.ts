import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { withdrawStory } from '#desk'
import type { Sound } from '#narrate'
import type { Database } from '../database.ts'
import { storyReader } from '../stories.ts'
import { addTide, deskOf, draftOf, noon, takeIn } from '../tide.fixture.ts'
import { lexicons } from './lexicons.ts'
import { soundBook } from './sounds.ts'

const soundOf = (key: string, blob = `${key}${key}.mp3`): Sound => ({
  key,
  blob,
  bytes: 6_000,
  samples: 22_464,
  sampleRate: 22_050,
  marks: [{ start: 0, end: 3, from: 0.05, to: 0.3333333333, level: 'word' }],
})

async function withStories(database: Database) {
  const tide = await addTide(database)
  await takeIn(database, tide, [draftOf('a'), draftOf('b')])
  const cards = await storyReader(database).latestOf(tide.id, 9)
  const [a = '', b = ''] = ['a', 'b'].map(
    (key) => cards.find(({ slug }) => slug === `low-water-${key}`)?.id,
  )
  const book = soundBook(database)
  const there = async (keys: string) => [...(await book.of(keys.split(''))).keys()].sort().join('')
  const first = { storyId: a, revision: 1 }
  const second = { storyId: b, revision: 1 }
  return { tide, a, b, first, second, book, there }
}

const storyB = { publication: 'tide', edition: '2031-04-02', story: 'low-water-b' }

/** What the books of sounds and of how names are said promise, kept by every engine. */
export function soundsContract(engine: string, open: () => Promise<Database>) {
  describe(`sounds on ${engine}`, { timeout: 60_000 }, () => {
    it('come back as they were kept', async () => {
      await using database = await open()
      const { first, book } = await withStories(database)
      await book.keep(soundOf('x'), first, noon)
      await book.keep({ ...soundOf('x'), bytes: 7_000 }, first, noon)
      const found = await book.of(['x', 'y'])
      assert.deepEqual([...found.values()], [{ ...soundOf('x'), bytes: 7_000 }])
      assert.deepEqual([...(await book.of([])).keys()], [])
    })

    it('go with the last story that needs them, and their blobs with the last sound', async () => {
      await using database = await open()
      const { a, b, first, second, book, there } = await withStories(database)
      for (const key of ['x', 'y', 'z']) await book.keep(soundOf(key), first, noon)
      await book.keep(soundOf('w', 'yy.mp3'), second, noon)
      await book.claim(['x', 'nothing'], second)
      assert.deepEqual(await book.release(a, ['z']), [])
      assert.equal(await there('wxyz'), 'wxz')
      assert.deepEqual((await book.release(b, [])).toSorted(), ['xx.mp3', 'yy.mp3'])
      assert.equal(await there('wxyz'), 'z')
      assert.deepEqual([...(await book.known(['xx.mp3', 'zz.mp3']))], ['zz.mp3'])
    })

    it('are not kept of a text that was corrected or withdrawn while they were made', async () => {
      await using database = await open()
      const { tide, a, first, second, book, there } = await withStories(database)
      await takeIn(database, tide, [draftOf('a', { headline: 'High water' })])
      await book.keep(soundOf('x'), first, noon)
      await book.keep(soundOf('y'), { storyId: a, revision: 2 }, noon)
      await withdrawStory(deskOf(database), storyB)
      await book.keep(soundOf('z'), second, noon)
      await book.claim(['y'], second)
      assert.equal(await there('xyz'), 'y')
      assert.deepEqual(await book.release(a, []), ['yy.mp3'])
    })

    it('are stale when their story is another or gone, until they are let go', async () => {
      await using database = await open()
      const { tide, a, b, first, second, book, there } = await withStories(database)
      await book.keep(soundOf('x'), first, noon)
      await book.keep(soundOf('y'), first, noon)
      await book.keep(soundOf('z'), second, noon)
      assert.deepEqual(await book.stale(null), [])
      await takeIn(database, tide, [draftOf('a', { headline: 'High water' })])
      await withdrawStory(deskOf(database), storyB)
      assert.deepEqual((await book.stale(null)).toSorted(), [a, b].sort())
      assert.deepEqual(await book.stale([b, 'c']), [b])
      await book.release(a, ['x'])
      await book.release(b, [])
      assert.deepEqual(await book.stale(null), [])
      assert.equal(await there('xyz'), 'x')
    })

    it('may be many', async () => {
      await using database = await open()
      const { a, first, book } = await withStories(database)
      const keys = Array.from({ length: 2_100 }, (_, index) => `k${index}`)
      for (const key of keys.slice(0, 3)) await book.keep(soundOf(key), first, noon)
      await book.claim(keys, first)
      assert.equal((await book.of(keys)).size, 3)
      assert.equal((await book.release(a, keys.slice(1))).length, 1)
    })
  })

  describe(`how names are said on ${engine}`, { timeout: 60_000 }, () => {
    it('is one way in each language, a country’s own before all others', async () => {
      await using database = await open()
      const { id } = await addTide(database)
      const book = lexicons(database)
      await book.set(id, 'nl', 'Saltmere', 'Soltmier')
      await book.set(id, 'nl-BE', 'Saltmere', 'Saltmeer')
      await book.set(id, 'nl', 'Reed', 'Ried')
      await book.set(id, 'nl', 'Reed', 'Riet')
      await book.set(id, 'en', 'Reed', 'Read')
      const of = async (language: string) => Object.fromEntries(await book.of(id, language))
      assert.deepEqual(await of('nl'), { Saltmere: 'Soltmier', Reed: 'Riet' })
      assert.deepEqual(await of('nl-BE'), { Saltmere: 'Saltmeer', Reed: 'Riet' })
      assert.deepEqual(await of('de'), {})
      assert.equal((await book.all(id)).length, 4)
      assert.equal(await book.remove(id, 'de', 'Reed'), false)
      assert.equal(await book.remove(id, 'nl', 'Reed'), true)
      assert.deepEqual(await of('nl'), { Saltmere: 'Soltmier' })
    })
  })
}
