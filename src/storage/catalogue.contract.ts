import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { undescribed } from '#catalogue'
import type { Database } from './database.ts'
import { editionReader } from './editions.ts'
import { outbox } from './outbox.ts'
import { publicationDesk } from './publication-desk.ts'
import { publicationReader } from './publications.ts'
import { pictureUses } from './rests.ts'
import { storyReader } from './stories.ts'
import { addTide, draftOf, noon, takeIn, tide } from './tide.fixture.ts'

const on = (day: string) => Temporal.Instant.from(`${day}T06:00:00Z`)

/** What pages about the whole stand ask of it. */
export function catalogueContract(engine: string, open: () => Promise<Database>): void {
  describe(`the catalogue on ${engine}`, { timeout: 60_000 }, () => {
    it('keeps what a publication is about, where it lives and what it promises', async () => {
      await using database = await open()
      const said = {
        ...undescribed,
        country: 'NL',
        rhythm: 'daily',
        topics: ['food', 'travel'],
        licence: {
          content: 'selected',
          since: Temporal.PlainDate.from('2030-01-31'),
          delayDays: 3,
          freeAtHome: true,
        },
      } as const
      await publicationDesk(database).findOrAdd({ ...tide, ...said }, () => true)
      const kept = await publicationReader(database).bySlug('tide')
      assert.deepEqual(kept && { ...kept.licence, since: null }, { ...said.licence, since: null })
      assert.equal(kept?.licence.since?.toString(), '2030-01-31')
      assert.deepEqual([kept?.country, kept?.rhythm, kept?.topics], ['NL', 'daily', said.topics])
    })

    it('counts topics, and shows the stories on one, newest first', async () => {
      await using database = await open()
      const publication = await addTide(database)
      await takeIn(database, publication, [
        draftOf('a', { topic: 'food', publishedAt: on('2031-03-01') }),
        draftOf('b', { topic: 'food', publishedAt: on('2031-03-02') }),
        draftOf('c', { topic: 'sport' }),
        draftOf('d'),
      ])
      const stories = storyReader(database)
      const food = await stories.onTopic('food', 10)
      assert.deepEqual(
        food.map(({ headline, topic }) => [headline, topic]),
        [
          ['Low water b', 'food'],
          ['Low water a', 'food'],
        ],
      )
      assert.deepEqual([...(await stories.topics())].sort(), [
        ['food', 2],
        ['sport', 1],
      ])
      await takeIn(database, publication, [draftOf('c', { topic: 'sport', cancelled: true })])
      assert.equal((await stories.topics()).has('sport'), false)
    })

    it('finds the translations of a work, and none of a story without one', async () => {
      await using database = await open()
      const publication = await addTide(database)
      await takeIn(database, publication, [
        draftOf('a', { work: 'tides' }),
        draftOf('b', { work: 'tides', language: 'nl', translatedFrom: 'en', translators: ['Jo'] }),
        draftOf('c'),
        draftOf('d'),
      ])
      const stories = storyReader(database)
      const place = { publication: 'tide', edition: '2031-04-02' }
      const dutch = await stories.byAddress({ ...place, story: 'low-water-b' })
      const plain = await stories.byAddress({ ...place, story: 'low-water-c' })
      assert.ok(dutch !== null && dutch !== 'withdrawn' && plain !== null && plain !== 'withdrawn')
      assert.deepEqual([dutch.translatedFrom, dutch.translators], ['en', ['Jo']])
      const others = await stories.translationsOf(dutch)
      assert.deepEqual(
        others.map(({ headline }) => headline),
        ['Low water a'],
      )
      const [back] = await stories.translationsOf({ id: others[0]?.id ?? '', work: 'tides' })
      assert.equal(back?.translatedFrom, 'en')
      assert.deepEqual(await stories.translationsOf(plain), [])
    })

    it('knows the months of its stories, and gives them in portions', async () => {
      await using database = await open()
      await takeIn(database, await addTide(database), [
        draftOf('a', { publishedAt: on('2030-12-31') }),
        draftOf('b', { publishedAt: on('2031-02-01') }),
        draftOf('c', { publishedAt: on('2031-02-28') }),
      ])
      const stories = storyReader(database)
      assert.deepEqual(await stories.months(), [
        { month: '2030-12', stories: 1 },
        { month: '2031-02', stories: 2 },
      ])
      const [second, ...none] = await stories.inMonth('2031-02', { skip: 1, most: 5 })
      assert.deepEqual([second?.slug, none], ['low-water-c', []])
      assert.deepEqual(
        [second?.publicationSlug, second?.editionSlug, second?.changedAt.toString()],
        ['tide', '2031-02-28', '2031-02-28T06:00:00Z'],
      )
    })

    it('passes over the months between in one step, were they two thousand years', async () => {
      await using database = await open()
      const publication = await addTide(database)
      await takeIn(database, publication, [
        draftOf('a', { publishedAt: Temporal.Instant.from('0001-01-01T00:00:00Z') }),
        draftOf('b', { publishedAt: on('2031-02-01') }),
      ])
      let asked = 0
      const counting = new Proxy(database.read, {
        get: (read, name) => {
          if (name === 'selectFrom') asked += 1
          const method = Reflect.get(read, name)
          return typeof method === 'function' ? method.bind(read) : method
        },
      })
      assert.deepEqual(await storyReader({ ...database, read: counting }).months(), [
        { month: '0001-01', stories: 1 },
        { month: '2031-02', stories: 1 },
      ])
      assert.ok(asked < 10, `${asked} questions`)
    })

    it('gives the years of an archive, a year’s editions, and the newest of each', async () => {
      await using database = await open()
      const publication = await addTide(database)
      await takeIn(database, publication, [
        draftOf('a', { publishedAt: on('2030-12-31') }),
        draftOf('b', { publishedAt: on('2031-02-01') }),
        draftOf('c', { publishedAt: on('2031-02-28') }),
      ])
      const editions = editionReader(database)
      const years = await editions.years(publication.id)
      assert.deepEqual(
        years.map(({ year, editions, first, last }) => [year, editions, `${first} ${last}`]),
        [
          [2031, 2, '2031-02-01 2031-02-28'],
          [2030, 1, '2030-12-31 2030-12-31'],
        ],
      )
      const slugs = (await editions.inYear(publication.id, 2031)).map(({ edition }) => edition.slug)
      assert.deepEqual(slugs, ['2031-02-28', '2031-02-01'])
      const [newest] = await editions.newestOf([publication.id])
      assert.deepEqual(
        [newest?.edition.slug, newest?.publication.kind],
        ['2031-02-28', 'newspaper'],
      )
      const reader = publicationReader(database)
      const [listed, ...others] = await reader.onStand()
      assert.deepEqual([listed?.id, others], [publication.id, []])
      const span = { first: '2030-12-31', before: '2031-02-01', newest: '2031-02-28' }
      assert.deepEqual(listed?.span, span)
      assert.deepEqual(await reader.onStand([]), [])
      assert.deepEqual(await reader.onStand([publication.id]), [listed])
    })

    it('gives one edition with its headlines, and its neighbours that are on the stand', async () => {
      await using database = await open()
      const publication = await addTide(database)
      const days = ['2031-02-01', '2031-02-02', '2031-02-03', '2031-02-04']
      const draftOn = (day: string, changed = {}) =>
        draftOf(day, { publishedAt: on(day), ...changed })
      await takeIn(
        database,
        publication,
        days.map((day) => draftOn(day)),
      )
      await takeIn(database, publication, [draftOn('2031-02-02', { cancelled: true })])
      const editions = editionReader(database)
      const third = await editions.cardAt('tide', '2031-02-03')
      assert.deepEqual(third?.headlines, [{ text: 'Low water 2031-02-03', language: 'en' }])
      assert.equal(await editions.cardAt('tide', '2031-02-02'), null)
      assert.equal(await editions.cardAt('ebb', '2031-02-03'), null)
      const besides = async (day: string) => {
        const edition = await editions.byAddress('tide', day)
        const { earlier, later } = await editions.beside(edition ?? assert.fail())
        return [earlier?.slug, later?.slug]
      }
      assert.deepEqual(await besides('2031-02-03'), ['2031-02-01', '2031-02-04'])
      assert.deepEqual(await besides('2031-02-01'), [undefined, '2031-02-03'])
      assert.deepEqual(await besides('2031-02-04'), ['2031-02-03', undefined])
    })

    it('gives a front page the newest editions of one language, whatever its country', async () => {
      await using database = await open()
      const add = async (slug: string, language: string) => {
        const told = { ...tide, slug, title: slug, language }
        const { publication } = await publicationDesk(database).findOrAdd(told, () => true)
        await takeIn(database, publication, [draftOf(slug)])
      }
      await add('mare', 'pt')
      await add('onda', 'pt-BR')
      await add('poza', 'ptx')
      const stories = storyReader(database)
      const found = await stories.newest(9, 'pt')
      assert.deepEqual(found.map((one) => one.publicationSlug).sort(), ['mare', 'onda'])
      assert.equal((await stories.newest(9)).length, 3)
      assert.deepEqual(await stories.newest(9, 'nl'), [])
    })

    it('knows a publication of which all was withdrawn from one of which nothing came', async () => {
      await using database = await open()
      const publication = await addTide(database)
      const editions = editionReader(database)
      assert.equal(await editions.cameOut(publication.id), false)
      await takeIn(database, publication, [draftOf('a')])
      await takeIn(database, publication, [draftOf('a', { cancelled: true })])
      assert.deepEqual(await editions.latestOf(publication.id, 9), [])
      assert.deepEqual(await publicationReader(database).onStand([publication.id]), [])
      assert.equal(await editions.cameOut(publication.id), true)
    })

    it('says when the newest revision of a story came out', async () => {
      await using database = await open()
      const publication = await addTide(database)
      const later = on('2031-05-05')
      await takeIn(database, publication, [draftOf('a')])
      await takeIn(database, publication, [draftOf('a', { section: 'Quay' })], { at: later })
      const [story] = await storyReader(database).inMonth('2031-04', { skip: 0, most: 1 })
      assert.equal(story?.changedAt.toString(), later.toString())
    })

    it('says what is said anew of a publication, and tells who keeps pages of it', async () => {
      await using database = await open()
      const { id } = await addTide(database)
      const desk = publicationDesk(database)
      const said = { title: 'The High Tide', topics: ['sport'] } as const
      assert.equal(await desk.describe(id, said, noon), true)
      assert.equal(await desk.describe(id, said, noon), false)
      const known = await publicationReader(database).bySlug('tide')
      assert.deepEqual(
        [known?.title, known?.topics, known?.door],
        ['The High Tide', ['sport'], 'plan'],
      )
      const [line, ...more] = await outbox(database).after(0, 10)
      assert.deepEqual(line?.happening, { kind: 'described', publication: 'tide', stories: [] })
      assert.deepEqual(more, [])
    })

    it('shows logos and covers to anyone, and old ones to nobody', async () => {
      await using database = await open()
      const publication = await addTide(database)
      await takeIn(database, publication, [draftOf('a')])
      const desk = publicationDesk(database)
      const uses = pictureUses(database)
      await desk.describe(publication.id, { logo: pictureNamed('old') }, noon)
      assert.equal((await uses.of('old')).length, 1)
      await desk.describe(publication.id, { logo: pictureNamed('new') }, noon)
      assert.deepEqual([await uses.of('old'), (await uses.of('new')).length], [[], 1])
      const cover = pictureNamed('cover')
      assert.equal(await desk.cover(publication.id, '2031-04-02', cover, noon), true)
      assert.equal(await desk.cover(publication.id, '2031-04-03', cover, noon), false)
      assert.deepEqual(await uses.of('cover'), [{ place: 'lead', door: 'open' }])
      const [edition] = await editionReader(database).latestOf(publication.id, 1)
      assert.equal(edition?.edition.cover?.digest, 'cover')
    })

    it('shows a cover and a logo for as long as something behind them is on the stand', async () => {
      await using database = await open()
      const publication = await addTide(database)
      const early = { publishedAt: on('2031-02-01') }
      await takeIn(database, publication, [draftOf('a', early), draftOf('b')])
      const desk = publicationDesk(database)
      await desk.describe(publication.id, { logo: pictureNamed('logo') }, noon)
      await desk.cover(publication.id, '2031-02-01', pictureNamed('cover'), noon)
      const uses = pictureUses(database)
      const shown = async () =>
        [await uses.of('cover'), await uses.of('logo')].map(({ length }) => length)
      assert.deepEqual(await shown(), [1, 1])
      await takeIn(database, publication, [draftOf('a', { ...early, cancelled: true })])
      assert.deepEqual(await shown(), [0, 1])
      await takeIn(database, publication, [draftOf('b', { cancelled: true })])
      assert.deepEqual(await shown(), [0, 0])
    })

    it('gives a publication another name, and knows it by the former one for ever', async () => {
      await using database = await open()
      await addTide(database)
      const desk = publicationDesk(database)
      await desk.findOrAdd({ ...tide, slug: 'ebb' }, () => false)
      const reader = publicationReader(database)
      assert.deepEqual(await desk.rename('tide', 'ebb', noon), { ok: false, reason: 'taken' })
      assert.equal((await desk.rename('tide', 'high-tide', noon)).ok, true)
      assert.equal(await reader.bySlug('tide'), null)
      assert.equal(await reader.byFormerSlug('tide'), 'high-tide')
      assert.deepEqual(await desk.rename('ebb', 'tide', noon), { ok: false, reason: 'taken' })
      const again = await desk.findOrAdd(tide, () => true)
      assert.deepEqual([again.publication.slug, again.added], ['high-tide', false])
      const other = await desk.findOrAdd(tide, ({ slug }) => slug === 'tide-2')
      assert.deepEqual([other.publication.slug, other.added], ['tide-2', true])
      assert.equal((await desk.rename('high-tide', 'spring-tide', noon)).ok, true)
      assert.equal(await reader.byFormerSlug('tide'), 'spring-tide')
      assert.equal((await desk.rename('spring-tide', 'tide', noon)).ok, true)
      assert.equal(await reader.byFormerSlug('tide'), null)
      assert.equal(await reader.byFormerSlug('high-tide'), 'tide')
      const gone = await desk.rename('nothing', 'something', noon)
      assert.deepEqual(gone, { ok: false, reason: 'no-such-publication' })
    })
  })
}

const pictureNamed = (digest: string) => ({
  ...{ digest, width: 960, height: 640, widths: [480, 960], thumbhash: '', tone: '#808080' },
})
