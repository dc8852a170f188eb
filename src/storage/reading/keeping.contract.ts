import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { withdrawStory } from '#desk'
import { good } from '#ground/outcome'
import {
  type Interest,
  inOrder,
  type KeptInterest,
  listRules,
  mostInterests,
  mostSaved,
  newList,
  type ReaderList,
  withListed,
} from '#reading'
import { bylineReader, fillBylines } from '../bylines.ts'
import type { Database } from '../database.ts'
import { ana, signedIn } from '../reader.fixture.ts'
import { readers } from '../readers.ts'
import { storyReader } from '../stories.ts'
import { addTide, deskOf, draftOf, noon, takeIn } from '../tide.fixture.ts'
import { histories } from './histories.ts'
import { interests } from './interests.ts'
import { readerLists } from './lists.ts'
import { mineFeeds } from './mine-feeds.ts'
import { places } from './places.ts'
import { begunStories, goneStories, savedStories } from './saved.ts'
import { sharedLists } from './shared-lists.ts'

const day = Temporal.PlainDate.from('2031-04-02')
const at = (minutes: number) => noon.add({ minutes })
const onDay = (date: number) => Temporal.Instant.from(`2031-03-0${date}T06:00:00Z`)

/** A reader, and stories by the keys they came with. */
async function withStories(database: Database, drafts: readonly ReturnType<typeof draftOf>[]) {
  const tide = await addTide(database)
  await takeIn(database, tide, drafts)
  const { reader } = await signedIn(database)
  const cards = await storyReader(database).latestOf(tide.id, 9_999)
  const keys = new Map(cards.map(({ id, slug }) => [id, slug.replace('low-water-', '')]))
  const ids = new Map([...keys].map(([id, key]) => [key, id]))
  const idOf = (key: string) => ids.get(key) ?? assert.fail(`There is no story ${key}`)
  const nameOf = (key: string) => {
    const card = cards.find(({ id }) => id === idOf(key)) ?? assert.fail()
    return { publication: 'tide', edition: card.editionSlug, story: card.slug }
  }
  const withdraw = (key: string) => withdrawStory(deskOf(database), nameOf(key))
  return { tide, reader, idOf, keys, nameOf, withdraw }
}

/** What bylines, interests, saved stories and histories promise, kept by every engine. */
export function keepingContract(engine: string, open: () => Promise<Database>): void {
  describe(`bylines on ${engine}`, { timeout: 60_000 }, () => {
    it('lead to the stories signed so, newest first, however the name is written', async () => {
      await using database = await open()
      const { keys, withdraw } = await withStories(database, [
        draftOf('a', { bylines: ['Zoë Álvarez', 'ZOE ALVAREZ'], publishedAt: onDay(1) }),
        draftOf('b', { bylines: ['Zoe Alvarez', 'Bram Sluis'], publishedAt: onDay(3) }),
        draftOf('c', { bylines: ['★'], publishedAt: onDay(2) }),
      ])
      const bylines = bylineReader(database, storyReader(database))
      const signed = async (key: string, most = 9) => {
        const found = await bylines.signed(key, most)
        return found && [found.name, found.stories.map(({ id }) => keys.get(id)).join(' ')]
      }
      assert.deepEqual(await signed('zoe-alvarez'), ['Zoe Alvarez', 'b a'])
      assert.deepEqual(await signed('zoe-alvarez', 1), ['Zoe Alvarez', 'b'])
      assert.equal(await signed('nobody'), null)
      await withdraw('b')
      assert.deepEqual(await signed('zoe-alvarez'), ['Zoë Álvarez', 'a'])
      assert.equal(await signed('bram-sluis'), null)
      const named = await bylines.named(['zoe-alvarez', 'bram-sluis', 'zoe-alvarez'])
      assert.deepEqual([...named.keys()], ['zoe-alvarez'])
    })

    it('follow a correction of who wrote it', async () => {
      await using database = await open()
      const { tide } = await withStories(database, [draftOf('a')])
      await takeIn(database, tide, [draftOf('a', { bylines: ['Bram Sluis'] })])
      const bylines = bylineReader(database, storyReader(database))
      assert.equal(await bylines.signed('ana-tidewater', 9), null)
      assert.equal((await bylines.signed('bram-sluis', 9))?.stories.length, 1)
    })

    it('are given to the stories of before, each once, a part at a time', async () => {
      await using database = await open()
      const drafts = Array.from({ length: 503 }, (_, index) => draftOf(`s${index}`))
      await withStories(database, drafts)
      assert.equal(await fillBylines(database), true)
      const { read, write } = database
      await write.deleteFrom('byline').where('story_id', '!=', '').execute()
      await write.insertInto('byline_filled').values({ upto: '' }).execute()
      const count = async () => (await read.selectFrom('byline').selectAll().execute()).length
      assert.deepEqual([await fillBylines(database), await count()], [false, 500])
      assert.deepEqual([await fillBylines(database), await count()], [false, 503])
      assert.deepEqual([await fillBylines(database), await count()], [true, 503])
      assert.equal(await fillBylines(database), true)
    })
  })

  describe(`interests on ${engine}`, { timeout: 60_000 }, () => {
    const following = async (database: Database) => {
      const made = await withStories(database, [
        draftOf('a', { topic: 'food', publishedAt: onDay(1) }),
        draftOf('b', { topic: 'sport', bylines: ['Bram Sluis'], publishedAt: onDay(2) }),
        draftOf('c', { topic: 'food', bylines: ['Bram Sluis'], publishedAt: onDay(3) }),
        draftOf('d', { publishedAt: onDay(4) }),
      ])
      const store = interests(database)
      let minute = 0
      const wants = (wish: KeptInterest['wish'], kind: Interest['kind'], subject: string) =>
        store.keep(made.reader.id, { kind, subject, wish, at: at(minute++) })
      const newest = async (most = 9) =>
        (await store.newest(made.reader.id, most)).map(
          ({ storyId, because }) =>
            `${made.keys.get(storyId)}: ${because.map(({ kind }) => kind).join(' ')}`,
        )
      return { ...made, store, wants, newest }
    }

    it('are mixed by time, each story once, with all that speaks for it', async () => {
      await using database = await open()
      const { wants, newest, withdraw } = await following(database)
      assert.deepEqual(await newest(), [])
      await wants('follow', 'topic', 'food')
      await wants('follow', 'byline', 'bram-sluis')
      assert.deepEqual(await newest(), ['c: byline topic', 'b: byline', 'a: topic'])
      assert.deepEqual(await newest(1), ['c: byline topic'])
      await withdraw('c')
      assert.deepEqual(await newest(), ['b: byline', 'a: topic'])
    })

    it('are all looked through, however many they are', async () => {
      await using database = await open()
      const { wants, newest } = await following(database)
      await wants('follow', 'topic', 'food')
      for (let count = 0; count < 90; count += 1) await wants('follow', 'byline', `name-${count}`)
      await wants('follow', 'topic', 'sport')
      assert.deepEqual(await newest(), ['c: topic', 'b: topic', 'a: topic'])
      assert.deepEqual(await newest(2), ['c: topic', 'b: topic'])
      assert.deepEqual(await newest(1), ['c: topic'])
    })

    it('of what is muted show nothing, whatever else speaks for it', async () => {
      await using database = await open()
      const { tide, reader, store, wants, newest } = await following(database)
      await wants('follow', 'publication', tide.id)
      assert.equal((await newest()).length, 4)
      await wants('mute', 'topic', 'food')
      assert.deepEqual(await newest(), ['d: publication', 'b: publication'])
      await wants('follow', 'byline', 'bram-sluis')
      await wants('mute', 'publication', tide.id)
      assert.deepEqual(await newest(), [])
      await store.drop(reader.id, { kind: 'publication', subject: tide.id })
      assert.deepEqual(await newest(), ['b: byline'])
    })

    it('hold one wish a thing, and so many and no more', async () => {
      await using database = await open()
      const { reader, store, wants } = await following(database)
      await wants('follow', 'topic', 'food')
      await wants('mute', 'topic', 'food')
      const kept = await store.of(reader.id)
      assert.deepEqual(
        kept.map(({ wish, subject }) => `${wish} ${subject}`),
        ['mute food'],
      )
      for (let count = 1; count < mostInterests; count += 1) {
        assert.equal(await wants('follow', 'byline', `name-${count}`), true)
      }
      assert.equal(await wants('follow', 'topic', 'sport'), false)
      assert.equal(await wants('follow', 'topic', 'food'), true)
      assert.equal((await store.newest(reader.id, 9)).length, 2)
    })
  })

  describe(`saved stories on ${engine}`, { timeout: 60_000 }, () => {
    const saving = async (database: Database, keys: readonly string[]) => {
      const made = await withStories(
        database,
        keys.map((key, position) => draftOf(key, { position })),
      )
      const store = savedStories(database)
      const list = async () =>
        (await store.of(made.reader.id))
          .map(({ storyId, isRead }) => `${made.keys.get(storyId)}${isRead ? ' (read)' : ''}`)
          .join(', ')
      const save = (key: string, minutes: number) =>
        store.save(made.reader.id, made.idOf(key), at(minutes))
      return { ...made, store, list, save }
    }

    it('stand newest first, and stay where they were when they are saved again', async () => {
      await using database = await open()
      const { store, reader, idOf, list, save } = await saving(database, ['a', 'b', 'c'])
      for (const [minutes, key] of ['a', 'b', 'a'].entries()) {
        assert.equal(await save(key, minutes), true)
      }
      assert.equal(await list(), 'b, a')
      const among = await store.among(reader.id, [idOf('a'), idOf('c')])
      assert.deepEqual([...among], [idOf('a')])
      await store.remove(reader.id, idOf('b'))
      assert.equal(await list(), 'a')
      assert.equal(await store.save(reader.id, 'nowhere', noon), false)
    })

    it('are read when the reader came to the end, or says so; and begun anew', async () => {
      await using database = await open()
      const { store, reader, idOf, list, save } = await saving(database, ['a', 'b'])
      await save('a', 0)
      await save('b', 1)
      const row = await database.read
        .selectFrom('revision')
        .select('block_marks')
        .where('story_id', '=', idOf('a'))
        .executeTakeFirstOrThrow()
      const marks: { id: string }[] = JSON.parse(row.block_marks)
      const begun = begunStories(database)
      const come = (index: number, share: number, minutes: number) =>
        places(database).keep(reader.id, {
          ...{ storyId: idOf('a'), block: marks.at(index)?.id ?? '', share, at: at(minutes) },
        })
      await come(4, 0.5, 1)
      assert.equal(await list(), 'b, a')
      const [one] = await begun.of(reader.id, 9)
      assert.deepEqual([one?.storyId, one?.share], [idOf('a'), 4.5 / marks.length])
      await come(-1, 1, 2)
      assert.equal(await list(), 'b, a (read)')
      assert.deepEqual(await begun.of(reader.id, 9), [])
      await store.mark(reader.id, idOf('b'), noon)
      assert.equal(await list(), 'b (read), a (read)')
      await store.mark(reader.id, idOf('a'), null)
      assert.equal(await list(), 'b (read), a')
      await come(0, 0, 3)
      assert.deepEqual(await begun.of(reader.id, 9), [], 'the first line is no beginning')
    })

    it('stay when they are withdrawn, and it is known of them where they stood', async () => {
      await using database = await open()
      const { list, save, withdraw, idOf } = await saving(database, ['a', 'b'])
      await save('a', 0)
      await withdraw('a')
      assert.equal(await list(), 'a')
      const gone = await goneStories(database).of([idOf('a'), idOf('b')])
      assert.deepEqual([...gone.keys()], [idOf('a')])
      assert.equal(gone.get(idOf('a'))?.publicationTitle, 'The Tide')
      assert.equal(await save('a', 1), false)
    })

    it('are so many and no more', async () => {
      await using database = await open()
      const all = Array.from({ length: mostSaved + 1 }, (_, index) => `s${index}`)
      const { reader, store, idOf, save } = await saving(database, all)
      const rows = all.slice(0, mostSaved).map((key) => ({
        ...{ reader_id: reader.id, story_id: idOf(key), at: 1, read_at: null },
      }))
      await database.write.insertInto('saved_story').values(rows).execute()
      assert.equal(await save(`s${mostSaved}`, 1), false)
      await store.remove(reader.id, idOf('s0'))
      assert.equal(await save(`s${mostSaved}`, 1), true)
    })
  })

  describe(`a history on ${engine}`, { timeout: 60_000 }, () => {
    it('is kept for nobody who did not ask for it, and no longer than they want', async () => {
      await using database = await open()
      const { reader, idOf, keys } = await withStories(database, [draftOf('a'), draftOf('b')])
      const bo = ana({ address: 'bo@saltmere.example', addressKey: 'bo@saltmere.example' })
      const { reader: other } = await readers(database).findOrAdd(bo)
      const store = histories(database)
      const note = (readerId: string, key: string, on: Temporal.PlainDate = day) =>
        store.note([{ readerId, storyId: idOf(key), day: on }])
      const list = async (readerId: string) =>
        (await store.of(readerId, { skip: 0, most: 9 }))
          .map((one) => `${keys.get(one.storyId)} ${one.day}`)
          .join(', ')

      await note(reader.id, 'a')
      assert.deepEqual([await store.since(reader.id), await list(reader.id)], [null, ''])
      await store.begin(reader.id, noon)
      await store.begin(reader.id, at(1))
      assert.ok((await store.since(reader.id))?.equals(noon))
      await store.note([
        { readerId: reader.id, storyId: idOf('a'), day },
        { readerId: other.id, storyId: idOf('a'), day },
      ])
      await note(reader.id, 'b', day.add({ days: 1 }))
      assert.equal(await list(reader.id), 'b 2031-04-03, a 2031-04-02')
      assert.equal(await list(other.id), '')
      await note(reader.id, 'a', day.add({ days: 2 }))
      assert.equal(await list(reader.id), 'a 2031-04-04, b 2031-04-03')
      await store.end(reader.id)
      await note(reader.id, 'b', day.add({ days: 9 }))
      assert.equal(await list(reader.id), 'a 2031-04-04, b 2031-04-03')
      await store.erase(reader.id, idOf('a'))
      assert.equal(await list(reader.id), 'b 2031-04-03')
      await store.eraseAll(reader.id)
      assert.equal(await list(reader.id), '')
    })

    it('of somebody who has left is not begun again', async () => {
      await using database = await open()
      const { reader, idOf } = await withStories(database, [draftOf('a')])
      const store = histories(database)
      await store.begin(reader.id, noon)
      await store.note([{ readerId: reader.id, storyId: idOf('a'), day }])
      await readers(database).remove(reader.id, null)
      await store.note([{ readerId: reader.id, storyId: idOf('a'), day }])
      const rows = await database.read.selectFrom('opened_story').selectAll().execute()
      assert.deepEqual(rows, [])
    })
  })

  describe(`private feeds on ${engine}`, { timeout: 60_000 }, () => {
    it('lead to their reader by their digest, one a reader, until they are ended', async () => {
      await using database = await open()
      const { reader } = await signedIn(database)
      const bo = ana({ address: 'Bo@saltmere.example', addressKey: 'bo@saltmere.example' })
      const { reader: other } = await readers(database).findOrAdd(bo)
      const store = mineFeeds(database)
      assert.equal(await store.madeAt(reader.id), null)
      assert.equal(await store.readerOf('one'), null)
      await store.put(reader.id, 'one', noon)
      await store.put(other.id, 'other', noon)
      await store.put(reader.id, 'two', at(1))
      assert.equal(await store.readerOf('one'), null)
      assert.equal(await store.readerOf('two'), reader.id)
      assert.ok((await store.madeAt(reader.id))?.equals(at(1)))
      await store.end(reader.id)
      assert.deepEqual([await store.readerOf('two'), await store.madeAt(reader.id)], [null, null])
      assert.equal(await store.readerOf('other'), other.id)
      await readers(database).remove(other.id, null)
      assert.equal(await store.readerOf('other'), null)
    })
  })

  describe(`lists of readers on ${engine}`, { timeout: 60_000 }, () => {
    it('are kept in the reader’s order, and belong to them alone', async () => {
      await using database = await open()
      const { reader, idOf } = await withStories(database, [draftOf('a')])
      const storyId = idOf('a')
      const store = readerLists(database)
      const list = listWith([storyId])
      assert.ok(await store.add(reader.id, list))
      assert.deepEqual(await store.byId(reader.id, list.id), list)
      assert.equal(await store.byId('somebody', list.id), null)
      assert.deepEqual(await store.holding(reader.id, storyId), new Set([list.id]))
      assert.deepEqual(
        (await store.of(reader.id)).map(({ title, stories, isShared }) => [
          title,
          stories,
          isShared,
        ]),
        [['Quiet water', 1, false]],
      )
      const noted = [{ storyId, note: 'First', addedAt: noon }]
      const after = { ...list, title: 'Still water', listed: noted }
      const changed = await store.change(reader.id, list.id, () => ({ ok: true, value: after }))
      assert.ok(changed.ok)
      assert.deepEqual(await store.byId(reader.id, list.id), after)
      const refused = await store.change(reader.id, list.id, () => ({ ok: false, reason: 'no' }))
      assert.deepEqual(refused, { ok: false, reason: 'no' })
      const stranger = await store.change('somebody', list.id, () => ({ ok: true, value: list }))
      assert.deepEqual(stranger, { ok: false, reason: 'missing' })
      await store.remove('somebody', list.id)
      assert.ok(await store.byId(reader.id, list.id))
      await store.remove(reader.id, list.id)
      assert.deepEqual(await store.of(reader.id), [])
    })

    it('keep their order around a story that is withdrawn', async () => {
      await using database = await open()
      const drafts = ['a', 'b', 'c', 'd', 'e'].map((key) => draftOf(key))
      const { reader, idOf } = await withStories(database, drafts)
      const store = readerLists(database)
      // What comes last is the story whose id is the first: ids do not help.
      const [last = '', ...ids] = ['a', 'b', 'c', 'd', 'e'].map(idOf).sort()
      const list = listWith(ids)
      await store.add(reader.id, list)
      await database.write
        .updateTable('story')
        .set({ withdrawn_at: 1 })
        .where('id', 'in', ids.slice(1, 3))
        .execute()
      await store.change(reader.id, list.id, (now) => withListed(now, last, noon))
      const shown = async () =>
        (await store.byId(reader.id, list.id))?.listed.map(({ storyId }) => storyId)
      assert.deepEqual(await shown(), [ids[0], ids[3], last])
      await store.change(reader.id, list.id, (now) =>
        good(inOrder(now, [last, ids[0] ?? ''], noon)),
      )
      assert.deepEqual(await shown(), [last, ids[3], ids[0]])
      await database.write.updateTable('story').set({ withdrawn_at: null }).execute()
      assert.deepEqual(await shown(), [last, ids[1], ids[2], ids[3], ids[0]])
    })

    it('are found by the digest of what they are shared under, until that is ended', async () => {
      await using database = await open()
      const { reader } = await signedIn(database)
      const store = readerLists(database)
      const sharing = { seed: 's', digest: 'd', since: noon }
      const list = { ...listWith([]), sharing, shownName: 'Ana' }
      await store.add(reader.id, list)
      assert.equal((await store.shared('d'))?.id, list.id)
      assert.equal(await store.shared('x'), null)
      const [line] = await sharedLists(database).all()
      assert.deepEqual([line?.id, line?.shownName, line?.stories], [list.id, 'Ana', 0])
    })

    it('are barred with a reason, which outlives the list, until that is lifted', async () => {
      await using database = await open()
      const { reader, idOf } = await withStories(database, [draftOf('a'), draftOf('b')])
      const store = readerLists(database)
      const operator = sharedLists(database)
      const sharing = { seed: 's', digest: 'd', since: noon }
      const list = { ...listWith([idOf('b'), idOf('a')]), sharing }
      await store.add(reader.id, list)
      const because = { reason: 'It names a neighbour.', at: noon }
      assert.equal(await operator.bar('nothing', because), null)
      assert.deepEqual(await store.bars(reader.id), [])
      assert.equal(await operator.bar('d', because), list.title)
      assert.equal(await operator.bar(list.id, because), null, 'it is shared no more')
      assert.equal(await store.shared('d'), null)
      assert.equal((await store.byId(reader.id, list.id))?.sharing, null)
      assert.deepEqual(await operator.all(), [])
      const anew = await store.change(reader.id, list.id, (one) => good({ ...one, sharing }))
      assert.ok(anew.ok, 'at the very moment of the bar')
      assert.equal(await operator.bar('d', because), list.title)
      await store.remove(reader.id, list.id)
      const [bar, ...more] = await store.bars(reader.id)
      assert.deepEqual(more, [])
      assert.deepEqual(
        [bar?.listId, bar?.title, bar?.reason],
        [list.id, list.title, because.reason],
      )
      assert.deepEqual(bar?.storyIds, [idOf('b'), idOf('a')])
      assert.ok(bar?.at.equals(noon))
      assert.equal((await operator.barred()).length, 1)
      assert.deepEqual(await store.bars('somebody else'), [])
      assert.equal(await operator.lift(list.id), list.title)
      assert.equal(await operator.lift(list.id), null)
      assert.deepEqual(await store.bars(reader.id), [])
    })

    it('are so many, and go with their reader', async () => {
      await using database = await open()
      const { reader, idOf } = await withStories(database, [draftOf('a')])
      const storyId = idOf('a')
      const store = readerLists(database)
      for (let one = 0; one < listRules.lists; one += 1) {
        assert.ok(await store.add(reader.id, listWith(one === 0 ? [storyId] : [])))
      }
      assert.equal(await store.add(reader.id, listWith([])), false)
      await readers(database).remove(reader.id, null)
      for (const table of ['reader_list', 'listed_story', 'list_bar'] as const) {
        assert.deepEqual(await database.read.selectFrom(table).selectAll().execute(), [])
      }
    })
  })
}

function listWith(storyIds: readonly string[]): ReaderList {
  const made = newList('Quiet water', noon)
  assert.ok(made.ok)
  const listed = storyIds.map((storyId) => ({ storyId, note: '', addedAt: noon }))
  return { ...made.value, listed }
}
