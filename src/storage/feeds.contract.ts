import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Database } from './database.ts'
import { feedBook } from './feeds.ts'
import { addTide, noon } from './tide.fixture.ts'

const address = 'https://tide.example/feed.xml'

/** What the book of feeds promises, kept by every engine. */
export function feedsContract(engine: string, open: () => Promise<Database>) {
  describe(`feeds on ${engine}`, { timeout: 60_000 }, () => {
    const withFeed = async (database: Database) => {
      const { id: publicationId } = await addTide(database)
      const book = feedBook(database)
      const feed = await book.add({ address, publicationId, door: 'metered', nextAt: noon })
      assert.ok(feed)
      return { book, feed, publicationId }
    }

    it('are kept once by their address', async () => {
      await using database = await open()
      const { book, feed, publicationId } = await withFeed(database)
      assert.equal(feed.publicationSlug, 'tide')
      assert.equal(feed.door, 'metered')
      assert.equal(await book.add({ address, publicationId, door: null, nextAt: noon }), null)
      assert.equal(await book.remove(address), true)
      assert.equal(await book.remove(address), false)
      assert.deepEqual(await book.all(), [])
    })

    it('are taken by one process when their time has come', async () => {
      await using database = await open()
      const { book } = await withFeed(database)
      const later = noon.add({ minutes: 15 })
      assert.deepEqual(await book.takeDue(noon.subtract({ seconds: 1 }), later, 9), [])
      const both = await Promise.all([book.takeDue(noon, later, 9), book.takeDue(noon, later, 9)])
      assert.equal(both.flat().length, 1)
      assert.equal((await book.takeDue(later, later.add({ minutes: 15 }), 9)).length, 1)
    })

    it('remember how a poll ended, and move, but not onto another feed', async () => {
      await using database = await open()
      const { book, feed, publicationId } = await withFeed(database)
      const other = 'https://tide.example/other.xml'
      await book.add({ address: other, publicationId, door: null, nextAt: noon })
      const ended = { at: noon, nextAt: noon.add({ hours: 1 }), failures: 2, outcome: 'too slow' }
      const seen = { etag: '"7"', lastModified: null }
      await book.polled(feed.id, { ...ended, ...seen, address: other })
      const kept = await book.byAddress(address)
      assert.deepEqual([kept?.failures, kept?.outcome, kept?.etag], [2, 'too slow', '"7"'])
      await book.polled(feed.id, { ...ended, ...seen, address: 'https://tide.example/new.xml' })
      assert.equal(await book.byAddress(address), null)
    })
  })
}
