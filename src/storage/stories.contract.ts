import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Database } from './database.ts'
import { editionReader } from './editions.ts'
import { publicationReader } from './publications.ts'
import { publishedPictures } from './published-pictures.ts'
import { leadReader, pictureUses, restReader } from './rests.ts'
import { storyReader } from './stories.ts'
import { addTide, draftOf, effectsOf, paragraphs, takeIn } from './tide.fixture.ts'

const at = { publication: 'tide', edition: '2031-04-02', story: 'low-water-a' }

/** What the readers promise, kept by every engine. */
export function storiesContract(engine: string, open: () => Promise<Database>) {
  describe(`stories on ${engine}`, { timeout: 60_000 }, () => {
    it('come out cut: the lead with the story, the rest behind its own reader', async () => {
      await using database = await open()
      await takeIn(database, await addTide(database), [draftOf('a')])
      const story = await storyReader(database).byAddress(at)
      assert.ok(story !== null && story !== 'withdrawn')
      assert.match(story.lead, /Paragraph 4:/)
      assert.doesNotMatch(JSON.stringify(story), /Paragraph 5:/)
      assert.equal(story.left?.paragraphs, 6)
      assert.equal(String(story.publishedAt), '2031-04-02T06:00:00Z')
      assert.deepEqual(story.bylines, ['Ana Tidewater'])
      assert.match(await restReader(database).of(story.id, story.revision), /Paragraph 10:/)
    })

    it('are listed in page order, newest first, and counted', async () => {
      await using database = await open()
      const tide = await addTide(database)
      const later = Temporal.Instant.from('2031-04-02T09:00:00Z')
      await takeIn(database, tide, [draftOf('a'), draftOf('b', { publishedAt: later })])
      const edition = await editionReader(database).byAddress('tide', '2031-04-02')
      assert.ok(edition)
      const stories = storyReader(database)
      const slugs = (cards: readonly { slug: string }[]) => cards.map((card) => card.slug)
      assert.deepEqual(slugs(await stories.inEdition(edition.id)), ['low-water-a', 'low-water-b'])
      assert.deepEqual(slugs(await stories.latestOf(tide.id, 9)), ['low-water-b', 'low-water-a'])
      assert.deepEqual(slugs(await stories.newest(1)), ['low-water-a'])
      const count = await publicationReader(database).count()
      assert.deepEqual(count, { publications: 1, stories: 2 })
    })

    it('of one moment are listed in page order', async () => {
      await using database = await open()
      const tide = await addTide(database)
      await takeIn(database, tide, [draftOf('b'), draftOf('c'), draftOf('a')])
      const cards = await storyReader(database).latestOf(tide.id, 9)
      assert.equal(cards.map(({ slug }) => slug.at(-1)).join(''), 'bca')
    })

    it('go on top when they come later in the day, unless the sender says their place', async () => {
      await using database = await open()
      const tide = await addTide(database)
      await takeIn(database, tide, [draftOf('a'), draftOf('b')])
      await takeIn(database, tide, [draftOf('c'), draftOf('d'), draftOf('e', { position: 9 })])
      const edition = await editionReader(database).byAddress('tide', '2031-04-02')
      const cards = await storyReader(database).inEdition(edition?.id ?? '')
      const order = cards.map(({ slug }) => slug.at(-1)).join('')
      assert.equal(order, 'cdabe')
    })

    it('lead the front page with the first of each publication’s newest edition', async () => {
      await using database = await open()
      const tide = await addTide(database)
      const dayBefore = Temporal.PlainDate.from('2031-04-01')
      const old = draftOf('old', { editionDate: dayBefore })
      const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => draftOf(key))
      await takeIn(database, tide, [old, ...many])
      const front = await storyReader(database).newest(9)
      assert.deepEqual(
        front.map(({ slug }) => slug.at(-1)),
        ['a', 'b', 'c', 'd'],
      )
      const [card] = await editionReader(database).newest(9)
      assert.equal(card?.stories, 6)
      assert.equal(card?.headlines.length, 4)
    })

    it('stand on a cover with their first headlines', async () => {
      await using database = await open()
      await takeIn(database, await addTide(database), [draftOf('a'), draftOf('b')])
      const [card] = await editionReader(database).newest(5)
      assert.equal(card?.publication.title, 'The Tide')
      assert.equal(String(card?.edition.date), '2031-04-02')
      assert.equal(card?.stories, 2)
      assert.deepEqual(card?.headlines[0], { text: 'Low water a', language: 'en' })
    })

    it('become a new revision when the sender changes them, and nothing when not', async () => {
      await using database = await open()
      const tide = await addTide(database)
      await takeIn(database, tide, [draftOf('a')])
      assert.deepEqual(effectsOf(await takeIn(database, tide, [draftOf('a')])), ['unchanged'])
      const changed = draftOf('a', { headline: 'High water', blocks: paragraphs(12) })
      assert.deepEqual(effectsOf(await takeIn(database, tide, [changed])), ['changed'])
      const story = await storyReader(database).byAddress(at)
      assert.ok(story !== null && story !== 'withdrawn')
      assert.equal(story.headline, 'High water')
      assert.equal(story.revision, 2)
      assert.equal(story.corrections.length, 1)
      assert.match(await restReader(database).of(story.id, 2), /Paragraph 12:/)
    })

    it('are read many at once, and not where they were changed or withdrawn meanwhile', async () => {
      await using database = await open()
      const tide = await addTide(database)
      const drafts = Array.from({ length: 23 }, (_, turn) => draftOf(`s${turn}`))
      await takeIn(database, tide, drafts)
      const stories = storyReader(database)
      const newest = await stories.latestOf(tide.id, 30)
      const ids = newest.map(({ id }) => id)
      const cards = await stories.openable([...ids, 'nobody'])
      assert.equal(cards.size, 23)
      const card = cards.get(ids[0] ?? '')
      const whole = await stories.byAddress({ ...at, story: card?.slug ?? '' })
      assert.ok(card && whole !== null && whole !== 'withdrawn')
      assert.deepEqual({ ...whole, ...card }, whole)

      await takeIn(database, tide, [draftOf('s0', { headline: 'High water' })])
      await takeIn(database, tide, [draftOf('s1', { cancelled: true })])
      const all = [...cards.values()]
      for (const reader of [leadReader(database), restReader(database)]) {
        const texts = await reader.blocksOfEach(all)
        assert.equal(texts.size, 21)
        const [id = ''] = texts.keys()
        assert.deepEqual(texts.get(id), await reader.blocksOf(id, 1))
      }
      assert.equal((await stories.openable(ids)).size, 22)
    })

    it('tell where a picture stands, but not of a story that was withdrawn', async () => {
      await using database = await open()
      const tide = await addTide(database)
      const boats = {
        kind: 'picture',
        picture: { from: 'boats' },
        alt: 'Boats',
        caption: '',
        credit: '',
      } as const
      await takeIn(database, tide, [draftOf('a', { blocks: [...paragraphs(10), boats] })])
      const uses = pictureUses(database)
      assert.deepEqual(await uses.of('boats'), [{ place: 'rest', door: 'plan' }])
      await takeIn(database, tide, [draftOf('a', { cancelled: true })])
      assert.deepEqual(await uses.of('boats'), [])
    })

    it('name their pictures, the newest story’s first, as long as they are on the stand', async () => {
      await using database = await open()
      const tide = await addTide(database)
      const shows = (...pictures: readonly string[]) => [
        ...paragraphs(10),
        ...pictures.map((from) => {
          const words = { alt: 'Boats', caption: '', credit: '' }
          return { kind: 'picture', picture: { from }, ...words } as const
        }),
      ]
      const older = { publishedAt: Temporal.Instant.from('2031-04-01T06:00:00Z') }
      await takeIn(database, tide, [
        draftOf('old', { ...older, blocks: shows('boats', 'sand') }),
        draftOf('new', { blocks: shows('gulls', 'sand') }),
      ])
      const pictures = publishedPictures(database)
      const all = await pictures.newestFirst(['boats', 'sand', 'gulls', 'unknown'])
      assert.deepEqual([all.length, all[2]], [3, 'boats'])
      const ids = ['low-water-old', 'low-water-new'].map(async (story) => {
        const edition = story.endsWith('old') ? '2031-04-01' : '2031-04-02'
        const found = await storyReader(database).byAddress({ publication: 'tide', edition, story })
        return found !== null && found !== 'withdrawn' ? found.id : ''
      })
      const [old = '', fresh = ''] = await Promise.all(ids)
      assert.deepEqual([...(await pictures.inStories([old]))].sort(), ['boats', 'sand'])
      await takeIn(database, tide, [draftOf('new', { cancelled: true })])
      assert.deepEqual(await pictures.inStories([fresh]), [])
      assert.deepEqual(await pictures.newestFirst(['gulls']), [])
      assert.deepEqual(await pictures.inStories([]), [])
    })

    it('are not found under a name that is not theirs', async () => {
      await using database = await open()
      await takeIn(database, await addTide(database), [draftOf('a')])
      const stories = storyReader(database)
      assert.equal(await stories.byAddress({ ...at, edition: '2031-04-03' }), null)
      assert.equal(await stories.byAddress({ ...at, story: 'high-water' }), null)
    })
  })
}
