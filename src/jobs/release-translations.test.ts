import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { withdrawStory } from '#desk'
import { migrate, openSqlite, outbox, sourceTexts, translationBook } from '#storage'
import { storyReader } from '../storage/stories.ts'
import { addTide, deskOf, draftOf, noon, paragraphs, takeIn } from '../storage/tide.fixture.ts'
import { releaseTranslations } from './release-translations.ts'

const folder = await mkdtemp(join(tmpdir(), 'kiosk-release-'))
after(() => rm(folder, { recursive: true }))

it('translations go with what is withdrawn, and stale blocks with a correction', async () => {
  await using database = openSqlite(join(folder, 'kiosk.db'))
  await migrate(database)
  const tide = await addTide(database)
  await takeIn(database, tide, [
    draftOf('a'),
    draftOf('b', { blocks: paragraphs(9, 'the sea came in') }),
  ])
  const cards = await storyReader(database).latestOf(tide.id, 9)
  const [a = '', b = ''] = ['a', 'b'].map(
    (key) => cards.find(({ slug }) => slug === `low-water-${key}`)?.id,
  )
  const book = translationBook(database)
  const texts = sourceTexts(database)
  // Every block is named by its own words.
  const keysOf = async ({ headline, blocks }: { headline: string; blocks: readonly object[] }) => [
    headline,
    ...blocks.map((block) => JSON.stringify(block)),
  ]
  const follow = await releaseTranslations({
    outbox: outbox(database),
    book,
    texts,
    translator: { keysOf },
  })
  const keepAll = async () => {
    for (const text of await texts.of([a, b])) {
      const kept = (await keysOf(text)).map((key) => ({
        ...{ key, segments: [''], engine: 'Shouter', flags: [], at: noon },
      }))
      await book.keep(kept, text.storyId, 1)
    }
  }
  await keepAll()
  const [first] = await texts.of([a])
  assert.ok(first)
  const before = await keysOf(first)
  assert.equal(before.length, 11)

  const [one, ...others] = draftOf('a').blocks
  assert.ok(one)
  const changed = { kind: 'paragraph', html: 'Corrected: 90 m.' } as const
  await takeIn(database, tide, [draftOf('a', { blocks: [changed, ...others] })])
  await follow()
  assert.equal((await book.of(before)).size, 10)
  assert.deepEqual((await book.storiesIn([a, b])).toSorted(), [a, b].sort())

  const story = { publication: 'tide', edition: '2031-04-02', story: 'low-water-a' }
  await withdrawStory(deskOf(database), story)
  await follow()
  assert.deepEqual(await book.storiesIn([a, b]), [b])
  assert.equal((await book.of(before)).size, 0)
})
