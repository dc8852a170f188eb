import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fingerprintOf } from '#catalogue'
import { newId } from '#ground/ids'
import { edited, madeReport, thrown } from '../catalogue/wire-copy.fixture.ts'
import { alikeBook } from './alike.ts'
import type { Database } from './database.ts'
import { outbox } from './outbox.ts'
import { press } from './press.ts'
import { publicationDesk } from './publication-desk.ts'
import { documentReader } from './search/documents.ts'
import { storyReader } from './stories.ts'
import { draftOf, noon, takeIn, tide } from './tide.fixture.ts'

const next = thrown(20_31)
const report = madeReport(next)
const shorter = edited(report, next, { cut: 2, changed: 0.01 })
const longer = edited(report, next, { added: 1 })
const another = madeReport(next)
const april = (day: number) => Temporal.PlainDate.from({ year: 2031, month: 4, day })

/** A stand whose stories are compared as the job compares them. */
function standOn(database: Database) {
  const book = alikeBook(database)
  const documents = documentReader(database)
  const ids = new Map<string, string>()
  const compare = async (storyIds: readonly string[]) => {
    const found = await documents.of(storyIds)
    const stories = found.map((one) => ({
      ...one,
      fingerprint: fingerprintOf(`${one.lead}\n${one.rest}`),
    }))
    const gone = storyIds.filter((id) => !found.some(({ storyId }) => storyId === id))
    await book.keep({ stories, gone, place: { position: 1, done: 0 }, at: noon })
  }
  const paper = async (slug: string) => {
    const said = { ...tide, slug, title: slug }
    return (await publicationDesk(database).findOrAdd(said, () => true)).publication
  }
  return {
    book,
    compare,
    id: (slug: string, key: string) => ids.get(`${slug} ${key}`) ?? '',
    async print(slug: string, key: string, text: readonly string[], day = 2) {
      const publication = await paper(slug)
      const blocks = text.map((html) => ({ kind: 'paragraph', html }) as const)
      await takeIn(database, publication, [draftOf(key, { blocks, editionDate: april(day) })])
      const printed = await storyReader(database).latestOf(publication.id, 99)
      const id = printed.find((one) => one.slug === `low-water-${key}`)?.id ?? ''
      ids.set(`${slug} ${key}`, id)
      await compare([id])
    },
    async printMany(slug: string, count: number, text: readonly string[]) {
      const publication = await paper(slug)
      const blocks = text.map((html) => ({ kind: 'paragraph', html }) as const)
      const drafts = Array.from({ length: count }, (_, at) =>
        draftOf(`many-${at}`, { blocks, editionDate: april(2) }),
      )
      await takeIn(database, publication, drafts)
      const printed = await storyReader(database).latestOf(publication.id, count)
      await compare(printed.map(({ id }) => id))
    },
    async withdraw(slug: string, key: string) {
      const { id: publicationId } = await paper(slug)
      await press(database).withdraw({ publicationId, key }, noon)
    },
    async alsoIn(slug: string, key: string) {
      const found = await storyReader(database).alikeTo(ids.get(`${slug} ${key}`) ?? '', 9)
      return found.map((one) => `${one.publicationSlug} ${one.slug.at(-1)}`)
    },
  }
}

/** What finds the same report in several publications asks of storage. */
export function alikeContract(engine: string, open: () => Promise<Database>): void {
  describe(`the same report in several publications on ${engine}`, { timeout: 60_000 }, () => {
    it('is found from every side, the most alike first', async () => {
      await using database = await open()
      const stand = standOn(database)
      await stand.print('one', 'a', report)
      await stand.print('two', 'b', shorter)
      await stand.print('three', 'c', longer, 4)
      await stand.print('four', 'd', another)
      assert.deepEqual(await stand.alsoIn('one', 'a'), ['three c', 'two b'])
      assert.deepEqual(await stand.alsoIn('two', 'b'), ['one a', 'three c'])
      assert.deepEqual(await stand.alsoIn('three', 'c'), ['one a', 'two b'])
      assert.deepEqual(await stand.alsoIn('four', 'd'), [])
      const { alikeTo, alikeAmong } = storyReader(database)
      assert.deepEqual(await alikeTo(newId(), 9), [])
      const [a, b, d] = ['one a', 'two b', 'four d'].map((one) => {
        const [slug = '', key = ''] = one.split(' ')
        return stand.id(slug, key)
      })
      const among = await alikeAmong([a ?? '', b ?? '', d ?? ''])
      assert.deepEqual(
        new Map(among),
        new Map([
          [a, new Set([b])],
          [b, new Set([a])],
        ]),
      )
      assert.equal((await alikeAmong([a ?? ''])).size, 0)
    })

    it('is none in the same publication, none on another day, and none of a few words', async () => {
      await using database = await open()
      const stand = standOn(database)
      await stand.print('one', 'a', report)
      await stand.print('one', 'b', report)
      await stand.print('two', 'c', report, 6)
      await stand.print('one', 'd', ['High water at noon, and again at midnight.'])
      await stand.print('two', 'e', ['High water at noon, and again at midnight.'])
      for (const [slug, key] of ['one a', 'one b', 'two c', 'two e'].map((one) => one.split(' '))) {
        assert.deepEqual(await stand.alsoIn(slug ?? '', key ?? ''), [], `${slug} ${key}`)
      }
    })

    it('ends with the story: at once where it is withdrawn, and for good when that is seen', async () => {
      await using database = await open()
      const stand = standOn(database)
      await stand.print('one', 'a', report)
      await stand.print('two', 'b', shorter)
      await stand.withdraw('two', 'b')
      assert.deepEqual(await stand.alsoIn('one', 'a'), [])
      await stand.compare([stand.id('two', 'b')])
      for (const table of ['alike', 'fingerprint', 'fingerprint_band'] as const) {
        const { count } = await database.read
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as('count'))
          .executeTakeFirstOrThrow()
        assert.equal(
          Number(count),
          { alike: 0, fingerprint: 1, fingerprint_band: 24 }[table],
          table,
        )
      }
    })

    it('follows a correction: what is another report now is like it no more', async () => {
      await using database = await open()
      const stand = standOn(database)
      await stand.print('one', 'a', report)
      await stand.print('two', 'b', shorter)
      await stand.print('two', 'b', another)
      assert.deepEqual(await stand.alsoIn('one', 'a'), [])
      await stand.print('two', 'b', longer)
      assert.deepEqual(await stand.alsoIn('one', 'a'), ['two b'])
    })

    it('tells every publication whose pages say something else now, and no other', async () => {
      await using database = await open()
      const stand = standOn(database)
      const told = async (from: number) =>
        (await outbox(database).after(from, 99))
          .filter(({ happening }) => happening.kind === 'paired')
          .map(({ happening }) => happening.publication)
          .sort()
      await stand.print('one', 'a', report)
      await stand.print('four', 'd', another)
      assert.deepEqual(await told(0), [])
      await stand.print('two', 'b', shorter)
      assert.deepEqual(await told(0), ['one', 'two'])
      const before = await outbox(database).last()
      await stand.withdraw('two', 'b')
      await stand.compare([stand.id('two', 'b')])
      assert.deepEqual(await told(before), ['one'])
    })

    it('costs no more where a hundred print it: a story is compared with fifty', async () => {
      await using database = await open()
      const stand = standOn(database)
      await stand.printMany('one', 60, report)
      await stand.print('two', 'b', report)
      const pairs = await database.read
        .selectFrom('alike')
        .select('story_id')
        .where('story_id', '=', stand.id('two', 'b'))
        .execute()
      assert.equal(pairs.length, 50)
    })

    it('knows how far it has come', async () => {
      await using database = await open()
      const book = alikeBook(database)
      assert.deepEqual(await book.place(), { position: 0, done: 0 })
      await book.keep({ stories: [], gone: [], place: { position: 7, done: 3 }, at: noon })
      assert.deepEqual(await book.place(), { position: 7, done: 3 })
    })
  })
}
