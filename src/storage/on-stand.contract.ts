import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { withdrawStory } from '#desk'
import { chanceFrom } from '#ground/chance'
import type { Database } from './database.ts'
import { editionReader } from './editions.ts'
import { dayOf } from './on-stand.ts'
import { press } from './press.ts'
import { publicationDesk } from './publication-desk.ts'
import { publicationReader } from './publications.ts'
import { storyReader } from './stories.ts'
import { addTide, deskOf, draftOf, noon, sheetOf, takeIn, tide } from './tide.fixture.ts'

const on = (day: string) => Temporal.Instant.from(`${day}T06:00:00Z`)
const days = ['1969-12-31', '2030-12-31', '2031-01-01', '2031-02-01', '2031-02-02']
const topics = ['food', 'sport', null] as const

/** What is counted with every change says what one would find who looked at every story. */
export function onStandContract(engine: string, open: () => Promise<Database>): void {
  describe(`what is on the stand, on ${engine}`, { timeout: 60_000 }, () => {
    it('is counted true, whatever comes, changes, goes and comes back', async () => {
      await using database = await open()
      const { publications } = await twoPublications(database)
      const chance = chanceFrom(14)
      for (let step = 0; step < 80; step += 1) {
        const publication = chance.oneOf(publications)
        const key = `${chance.below(7)}`
        const place = await addressOf(database, publication.id, key)
        if (place !== null && chance.below(8) === 0) await withdrawStory(deskOf(database), place)
        else {
          const changed = { topic: chance.oneOf(topics), publishedAt: on(chance.oneOf(days)) }
          const cancelled = chance.below(3) === 0
          const at = noon.add({ minutes: step })
          await takeIn(database, publication, [draftOf(key, { ...changed, cancelled })], { at })
        }
        assert.deepEqual(await kept(database), await lookedUp(database), `after step ${step}`)
      }
    })

    it('is counted for many editions that come at once', async () => {
      await using database = await open()
      const { publications, first, second } = await twoPublications(database)
      const drafts = ['a', 'b', 'c'].map((key) => draftOf(key, { topic: 'food' }))
      await press(database).printAll([
        sheetOf(first, '2031-04-02', drafts),
        sheetOf(first, '2031-04-01', [draftOf('d')]),
        sheetOf(second, '2031-03-01', drafts),
      ])
      assert.deepEqual(await kept(database), await lookedUp(database))
      const editions = editionReader(database)
      const names = await editions.newestNames(publications.map(({ id }) => id))
      assert.deepEqual(Object.fromEntries(names), {
        [first.id]: '2031-04-02',
        [second.id]: '2031-03-01',
      })
      const listed = await publicationReader(database).onStand()
      const said = listed.map(({ span }) => `${span.first} ${span.before} ${span.newest}`)
      assert.deepEqual(said.sort(), [
        '2031-03-01 null 2031-03-01',
        '2031-04-01 2031-04-01 2031-04-02',
      ])
    })

    it('lists more publications than are read at once, each once, and none without a story', async () => {
      await using database = await open()
      const desk = publicationDesk(database)
      const sheets = []
      for (let number = 0; number < 260; number += 1) {
        const said = { ...tide, slug: `paper-${number}`, title: `Paper ${(number * 7) % 260}` }
        const { publication } = await desk.findOrAdd(said, () => true)
        if (number > 1) sheets.push(sheetOf(publication, '2031-04-02', [draftOf('a')]))
      }
      await press(database).printAll(sheets)
      const reader = publicationReader(database)
      const titles = (await reader.onStand()).map(({ title }) => title)
      assert.equal(titles.length, 258)
      assert.equal(new Set(titles).size, 258)
      assert.deepEqual(await reader.count(), { publications: 258, stories: 258 })
      const ids = (await reader.onStand()).map(({ id }) => id)
      const editions = editionReader(database)
      assert.equal((await editions.newestOf(ids)).length, 258)
      assert.equal((await editions.newestNames(ids)).size, 258)
    })

    it('is gone through month by month in portions that miss and repeat nothing', async () => {
      await using database = await open()
      const tide = await addTide(database)
      // Many of one moment, and more than are read at once.
      const many = Array.from({ length: 120 }, (_, at) =>
        draftOf(`a${at}`, { publishedAt: on('2031-03-15') }),
      )
      const few = ['2031-03-01', '2031-03-16', '2031-03-31', '2031-04-01'].map((day) =>
        draftOf(day, { publishedAt: on(day) }),
      )
      await takeIn(database, tide, [...many, ...few])
      const stories = storyReader(database)
      const all = await stories.inMonth('2031-03', { skip: 0, most: 500 })
      const names = all.map(({ slug }) => slug)
      assert.equal(new Set(names).size, 123)
      assert.deepEqual([names[0], names.at(-1)], ['low-water-2031-03-01', 'low-water-2031-03-31'])
      for (const skip of [1, 2, 60, 119, 121, 122, 123, 124])
        for (const most of [1, 110]) {
          const some = await stories.inMonth('2031-03', { skip, most })
          const theirs = some.map(({ slug }) => slug)
          assert.deepEqual(theirs, names.slice(skip, skip + most), `${skip}, ${most}`)
        }
    })
  })
}

async function twoPublications(database: Database) {
  const first = await addTide(database)
  const { publication: second } = await publicationDesk(database).findOrAdd(
    { ...tide, slug: 'log', title: 'The Log' },
    () => true,
  )
  return { first, second, publications: [first, second] }
}

async function addressOf(database: Database, publicationId: string, key: string) {
  const known = await press(database).known(publicationId, [key])
  return known.get(key)?.story?.address ?? null
}

/** What is kept, without what has come down to nothing. */
async function kept({ read }: Database) {
  const editions = await read.selectFrom('edition').select(['id', 'stories']).execute()
  const extents = await read.selectFrom('on_stand').selectAll().execute()
  const byTopic = await read.selectFrom('topic_count').selectAll().execute()
  const byDay = await read.selectFrom('day_count').selectAll().execute()
  return {
    editions: sortedPairs(editions.map(({ id, stories }) => [id, stories])),
    topics: sortedPairs(byTopic.map(({ topic, stories }) => [topic, stories])),
    days: sortedPairs(byDay.map(({ day, stories }) => [`${day}`, stories])),
    extents: Object.fromEntries(
      extents.map((row) => [
        row.publication_id,
        [row.first_date, row.before_date, row.newest_date, row.newest_id, Number(row.newest_at)],
      ]),
    ),
  }
}

/** The same, from every story and edition. */
async function lookedUp({ read }: Database) {
  const rows = await read.selectFrom('story').selectAll().execute()
  const stories = rows.filter(({ withdrawn_at }) => withdrawn_at === null)
  const editions = await read.selectFrom('edition').selectAll().execute()
  const inside = (id: string) => stories.filter(({ edition_id }) => edition_id === id).length
  const there = editions
    .filter(({ id }) => inside(id) > 0)
    .sort((a, b) => (`${a.date} ${a.slug}` < `${b.date} ${b.slug}` ? 1 : -1))
  const extentOf = (own: typeof there) => {
    const [newest] = own
    const before = own.find(({ date }) => date !== newest?.date)?.date ?? null
    const at = Number(newest?.published_at)
    return [own.at(-1)?.date, before, newest?.date, newest?.id, at]
  }
  return {
    editions: sortedPairs(editions.map(({ id }) => [id, inside(id)])),
    topics: counted(stories.map(({ topic }) => topic)),
    days: counted(stories.map(({ published_at }) => `${dayOf(Number(published_at))}`)),
    extents: Object.fromEntries(
      [...Map.groupBy(there, ({ publication_id }) => publication_id)].map(([id, own]) => [
        id,
        extentOf(own),
      ]),
    ),
  }
}

const counted = (names: readonly string[]) =>
  sortedPairs([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]))

const sortedPairs = (pairs: readonly (readonly [string, number])[]) =>
  pairs
    .filter(([, stories]) => stories !== 0)
    .map(([name, stories]) => `${name}: ${stories}`)
    .sort()
