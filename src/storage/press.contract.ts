import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Publication } from '#catalogue'
import { correctStory, type PictureKeeper, releaseDue, withdrawStory } from '#desk'
import type { Draft } from '#ingest'
import { type Database, inTurn } from './database.ts'
import { editionReader } from './editions.ts'
import { migrate } from './migrate.ts'
import { outbox } from './outbox.ts'
import { press } from './press.ts'
import { publicationDesk } from './publication-desk.ts'
import { publicationReader } from './publications.ts'
import { storyReader } from './stories.ts'
import {
  addTide,
  deskOf,
  draftOf,
  effectsOf,
  noon,
  paragraphs,
  sheetOf,
  takeIn,
  tide,
  trustingKeeper,
} from './tide.fixture.ts'

const at = { publication: 'tide', edition: '2031-04-02', story: 'low-water-a' }
const tomorrow = noon.add({ hours: 24 })
const withheld = { code: 'item.withheld', message: 'Withheld by the sender.', where: '' }

const addLog = async (database: Database): Promise<Publication> =>
  (await publicationDesk(database).findOrAdd({ ...tide, slug: 'log' }, () => true)).publication

/** What the press promises, kept by every engine. */
export function pressContract(engine: string, open: () => Promise<Database>) {
  describe(`the press on ${engine}`, { timeout: 60_000 }, () => {
    it('prints all of an edition or nothing, its outbox row with it', async () => {
      await using database = await open()
      const tide = await addTide(database)
      const broken = { ...draftOf('b'), direction: 'sideways' as never }
      await assert.rejects(takeIn(database, tide, [draftOf('a'), broken]))
      assert.equal(await editionReader(database).byAddress('tide', '2031-04-02'), null)
      assert.equal(await outbox(database).last(), 0)
      await takeIn(database, tide, [draftOf('a'), draftOf('b')])
      const [line] = await outbox(database).after(0, 10)
      assert.equal(line?.happening.kind, 'printed')
      assert.equal(line?.happening.stories.length, 2)
    })

    it('prints many editions at once as it would one after the other', async () => {
      await using database = await open()
      const [tide, log] = [await addTide(database), await addLog(database)]
      const many = press(database)
      const [first, second] = ['2031-04-02', '2031-04-03']
      const broken = { ...draftOf('z'), direction: 'sideways' as never }
      await assert.rejects(
        many.printAll([sheetOf(tide, first, [draftOf('a')]), sheetOf(log, first, [broken])]),
      )
      assert.equal(await outbox(database).last(), 0)
      await many.printAll([
        sheetOf(tide, first, [draftOf('a'), draftOf('b')]),
        sheetOf(log, first, [draftOf('a')]),
        // More of an edition, nothing, and a story that ran before, changed.
        sheetOf(tide, first, [draftOf('c', { headline: 'Low water a' })]),
        sheetOf(tide, second, []),
        sheetOf(log, second, [draftOf('a', { headline: 'High water' })]),
      ])
      const known = await many.known(tide.id, ['a', 'b', 'c'])
      const addresses = [...known.values()].map(({ story }) => story?.address.story).sort()
      assert.deepEqual(addresses, ['low-water-a', 'low-water-a-2', 'low-water-b'])
      const changed = (await many.known(log.id, ['a'])).get('a')?.story
      assert.deepEqual(changed?.address.edition, first)
      const story = await storyReader(database).byAddress(changed.address)
      assert.equal(story === 'withdrawn' ? null : story?.headline, 'High water')
      const lines = await outbox(database).after(0, 10)
      const told = lines.map(({ position, happening }) => [position, happening.stories.length])
      assert.deepEqual(told, [
        [1, 2],
        [2, 1],
        [3, 1],
        [4, 1],
      ])
      assert.equal(lines[3]?.happening.stories[0], lines[1]?.happening.stories[0])
    })

    it('adds a publication once that two processes bring, and another beside it', async () => {
      await using database = await open()
      const shelf = publicationDesk(database)
      const isSame = ({ home }: Publication) => home === tide.home
      const both = await Promise.all([1, 2].map(() => shelf.findOrAdd(tide, isSame)))
      assert.deepEqual(both.map(({ added }) => added).sort(), [false, true])
      assert.equal(new Set(both.map(({ publication }) => publication.id)).size, 1)
      const other = await shelf.findOrAdd({ ...tide, home: 'https://other.example/' }, () => false)
      assert.deepEqual([other.publication.slug, other.added], ['tide-2', true])
      const all = await shelf.findOrAddAll([{ ...tide, slug: 'ebb' }, tide])
      assert.deepEqual(
        all.map(({ publication: { slug }, added }) => [slug, added]),
        [
          ['ebb', true],
          ['tide', false],
        ],
      )
    })

    it('gives each of several processes’ stories a place of its own', async () => {
      await using database = await open()
      const tide = await addTide(database)
      const same = { headline: 'The same headline' }
      await Promise.all(
        ['a', 'b', 'c', 'd'].map((key) => takeIn(database, tide, [draftOf(key, same)])),
      )
      const edition = await editionReader(database).byAddress('tide', '2031-04-02')
      const cards = await storyReader(database).inEdition(edition?.id ?? '')
      assert.equal(new Set(cards.map((card) => card.slug)).size, 4)
    })

    it('takes the same story once from two deliveries at the same time', async () => {
      await using database = await open()
      const tide = await addTide(database)
      const twice = await Promise.all([
        takeIn(database, tide, [draftOf('a')]),
        takeIn(database, tide, [draftOf('a')]),
      ])
      assert.deepEqual(effectsOf(twice.flat()).sort(), ['new', 'unchanged'])
    })

    it('withdraws from every list and keeps the news at the address', async () => {
      await using database = await open()
      const tide = await addTide(database)
      await takeIn(database, tide, [draftOf('a')])
      assert.deepEqual(await withdrawStory(deskOf(database), at), { ok: true, value: 'withdrawn' })
      const stories = storyReader(database)
      assert.equal(await stories.byAddress(at), 'withdrawn')
      assert.deepEqual(await stories.latestOf(tide.id, 9), [])
      assert.deepEqual(await stories.newest(9), [])
      assert.deepEqual(await editionReader(database).newest(9), [])
      assert.deepEqual(await editionReader(database).latestOf(tide.id, 9), [])
      assert.deepEqual(await publicationReader(database).onStand(), [])
      assert.deepEqual(await publicationReader(database).count(), { publications: 0, stories: 0 })
    })

    it('keeps off what the desk withdrew, and lets a sender bring back what he cancelled', async () => {
      await using database = await open()
      const tide = await addTide(database)
      await takeIn(database, tide, [draftOf('a'), draftOf('b')])
      await withdrawStory(deskOf(database), at)
      const cancelled = draftOf('b', { cancelled: true })
      assert.deepEqual(effectsOf(await takeIn(database, tide, [cancelled])), ['withdrawn'])
      const again = [draftOf('a', { headline: 'Sent again' }), draftOf('b')]
      const answers = await takeIn(database, tide, again)
      const byCode = Object.fromEntries(answers.map(({ code, effect }) => [code, effect]))
      assert.deepEqual(byCode, { 'story.kept-off': 'none', 'story.changed': 'changed' })
    })

    it('corrects with a visible note, and the next delivery does not undo it', async () => {
      await using database = await open()
      const tide = await addTide(database)
      await takeIn(database, tide, [draftOf('a')])
      const draft = draftOf('a', { headline: 'Corrected' })
      const note = 'The harbour is not the deepest.'
      const done = await correctStory(deskOf(database), { address: at, note, draft, from: 'test' })
      assert.ok(done.ok)
      assert.deepEqual(effectsOf(await takeIn(database, tide, [draftOf('a')])), ['unchanged'])
      const story = await storyReader(database).byAddress(at)
      assert.ok(story !== null && story !== 'withdrawn')
      assert.equal(story.headline, 'Corrected')
      assert.deepEqual(
        story.corrections.map((correction) => correction.note),
        [note],
      )
    })

    it('holds a scheduled edition out of sight and brings it out whole at its hour', async () => {
      await using database = await open()
      const tide = await addTide(database)
      const drafts = [draftOf('a'), draftOf('b')]
      const held = await takeIn(database, tide, drafts, { publishAt: tomorrow })
      assert.deepEqual(effectsOf(held), ['held', 'held'])
      assert.deepEqual(
        held.map(({ status }) => status),
        ['accepted', 'accepted'],
      )
      assert.equal(await storyReader(database).byAddress(at), null)
      const again = await takeIn(database, tide, drafts, { publishAt: tomorrow })
      assert.deepEqual(effectsOf(again), ['unchanged', 'unchanged'])
      assert.deepEqual(await Array.fromAsync(releaseDue(deskOf(database))), [])
      const out = await Array.fromAsync(releaseDue(deskOf(database, tomorrow)))
      assert.deepEqual(effectsOf(out), ['new', 'new'])
      assert.deepEqual(await Array.fromAsync(releaseDue(deskOf(database, tomorrow))), [])
    })

    it('brings a held story out behind the door that it was taken in with', async () => {
      await using database = await open()
      const tide = await addTide(database)
      await takeIn(database, tide, [draftOf('a')], { publishAt: tomorrow, door: 'metered' })
      await Array.fromAsync(releaseDue(deskOf(database, tomorrow)))
      const story = await storyReader(database).byAddress(at)
      assert.ok(story !== null && story !== 'withdrawn')
      assert.equal(story.door, 'metered')
    })

    it('lets no older version replace, bring back or release a newer one', async () => {
      await using database = await open()
      const tide = await addTide(database)
      const [first, second, third] = [1, 2, 3].map((day) => noon.subtract({ hours: 96 - day }))
      const sent = (version = first, changed = {}) =>
        draftOf('a', { version: version ?? null, headline: `Low water ${version}`, ...changed })
      const take = async (...drafts: Draft[]) => {
        const answers = await takeIn(database, tide, drafts)
        return answers.map(({ code }) => code).sort()
      }
      assert.deepEqual(await take(sent(first), sent(second)), ['item.stale', 'story.new'])
      assert.deepEqual(await take(sent(first)), ['item.stale'])
      assert.deepEqual(await take(sent(second)), ['story.unchanged'])
      assert.deepEqual(await take(sent(first, { cancelled: true })), ['item.stale'])
      assert.deepEqual(await take(sent(third, { cancelled: true })), ['story.withdrawn'])
      assert.deepEqual(await take(sent(second)), ['item.stale'])
      assert.deepEqual(effectsOf(await takeIn(database, tide, [sent(noon)])), ['changed'])
    })

    it('does not print what was cancelled before it was first sent', async () => {
      await using database = await open()
      const tide = await addTide(database)
      await takeIn(database, tide, [draftOf('a', { cancelled: true, version: noon })])
      const older = draftOf('a', { version: noon.subtract({ hours: 1 }) })
      assert.deepEqual(effectsOf(await takeIn(database, tide, [older])), ['unchanged'])
      assert.equal((await press(database).known(tide.id, ['a'])).get('a')?.story, null)
    })

    it('does not bring out what is cancelled while its pictures are fetched', async () => {
      await using database = await open()
      const tide = await addTide(database)
      const picture = { kind: 'picture', alt: '', caption: '', credit: '' } as const
      const shown = { ...picture, picture: { from: 'https://tide.example/1.jpg' } }
      await takeIn(database, tide, [draftOf('a', { blocks: [shown] })], { publishAt: tomorrow })
      const cancelling: PictureKeeper = {
        async keep(...asked) {
          await takeIn(database, tide, [draftOf('a', { cancelled: true })], { at: tomorrow })
          return trustingKeeper.keep(...asked)
        },
      }
      const desk = { ...deskOf(database, tomorrow), pictures: cancelling }
      assert.deepEqual(effectsOf(await Array.fromAsync(releaseDue(desk))), ['unchanged'])
      assert.equal(await storyReader(database).byAddress(at), null)
    })

    it('corrects what is on the stand, and still brings out what waits', async () => {
      await using database = await open()
      const tide = await addTide(database)
      await takeIn(database, tide, [draftOf('a')])
      const next = draftOf('a', { headline: 'The next tide' })
      await takeIn(database, tide, [next], { publishAt: tomorrow })
      const corrected = draftOf('a', { headline: 'Corrected' })
      const correcting = { address: at, note: 'A wrong hour.', draft: corrected, from: 'test' }
      assert.ok((await correctStory(deskOf(database), correcting)).ok)
      const out = await Array.fromAsync(releaseDue(deskOf(database, tomorrow)))
      assert.deepEqual(effectsOf(out), ['changed'])
      const story = await storyReader(database).byAddress(at)
      assert.ok(story !== null && story !== 'withdrawn')
      assert.equal(story.headline, 'The next tide')
    })

    it('brings an edition out whole and in its order, however few editions are asked for', async () => {
      await using database = await open()
      const tide = await addTide(database)
      const drafts = ['d', 'b', 'a', 'c'].map((key) => draftOf(key))
      await takeIn(database, tide, drafts, { publishAt: tomorrow })
      await takeIn(database, tide, [draftOf('e')], { publishAt: tomorrow, editionName: 'Late' })
      const [released, ...more] = await press(database).due(tomorrow, 1)
      assert.equal(more.length, 0)
      assert.deepEqual(
        released?.drafts.map(({ key }) => key),
        ['d', 'b', 'a', 'c'],
      )
      assert.equal((await press(database).due(tomorrow, 2)).length, 2)
    })

    it('brings out what it can when one edition cannot come out', async () => {
      await using database = await open()
      const tide = await addTide(database)
      const broken = draftOf('a', { direction: 'sideways' as never })
      await takeIn(database, tide, [broken], { publishAt: tomorrow, editionName: 'Broken' })
      await takeIn(database, tide, [draftOf('b')], { publishAt: tomorrow, editionName: 'Late' })
      const answers = Array.fromAsync(releaseDue(deskOf(database, tomorrow)))
      await assert.rejects(answers)
      const late = await editionReader(database).byAddress('tide', '2031-04-02-late')
      assert.notEqual(late, null)
    })

    it('takes off a story that its sender withholds, and brings it back when released', async () => {
      await using database = await open()
      const tide = await addTide(database)
      await takeIn(database, tide, [draftOf('a')])
      const held = draftOf('a', { hold: { until: null, because: withheld } })
      assert.deepEqual(effectsOf(await takeIn(database, tide, [held])), ['held'])
      assert.equal(await storyReader(database).byAddress(at), 'withdrawn')
      assert.deepEqual(effectsOf(await takeIn(database, tide, [draftOf('a')])), ['changed'])
      assert.notEqual(await storyReader(database).byAddress(at), 'withdrawn')
    })

    it('keeps a late change of a story in the edition it first ran in', async () => {
      await using database = await open()
      const tide = await addTide(database)
      await takeIn(database, tide, [draftOf('a')])
      const changed = draftOf('a', { publishedAt: tomorrow, blocks: paragraphs(9) })
      await takeIn(database, tide, [changed], { at: tomorrow })
      assert.equal(await editionReader(database).byAddress('tide', '2031-04-03'), null)
      const known = await press(database).known(tide.id, ['a'])
      assert.equal(known.get('a')?.story?.address.edition, '2031-04-02')
    })

    it('does not let a bystander write into somebody else’s open transaction', async () => {
      await using database = await open()
      const doomed = inTurn(database, async (turn) => {
        await turn.selectFrom('outbox').selectAll().execute()
        await pause(5)
        throw new Error('press stopped')
      })
      const bystander = addTide(database)
      await assert.rejects(doomed, /press stopped/)
      await bystander
      assert.equal((await publicationReader(database).bySlug('tide'))?.title, 'The Tide')
    })

    it('keeps the door of a story through changes and corrections that say none', async () => {
      await using database = await open()
      const tide = { ...(await addTide(database)), door: 'open' } as const
      await takeIn(database, tide, [draftOf('a')], { door: 'plan' })
      const doorNow = async () => {
        const story = await storyReader(database).byAddress(at)
        return story !== null && story !== 'withdrawn' ? story.door : null
      }
      await takeIn(database, tide, [draftOf('a', { standfirst: 'Changed.' })])
      assert.equal(await doorNow(), 'plan')
      await takeIn(database, tide, [draftOf('a')], { door: 'metered' })
      assert.equal(await doorNow(), 'metered')
      const correcting = { address: at, note: 'Mended.', draft: draftOf('a'), from: 'test' }
      assert.ok((await correctStory(deskOf(database), correcting)).ok)
      assert.equal(await doorNow(), 'metered')
    })

    it('lists what is held, the next first, and forgets it when told to', async () => {
      await using database = await open()
      const tide = await addTide(database)
      await takeIn(database, tide, [draftOf('late')], { publishAt: tomorrow.add({ hours: 1 }) })
      await takeIn(database, tide, [draftOf('early')], { publishAt: tomorrow })
      const kept = draftOf('kept', { hold: { until: null, because: withheld } })
      await takeIn(database, tide, [kept])
      const waiting = await press(database).waiting()
      assert.deepEqual(
        waiting.map(({ key }) => key),
        ['early', 'late', 'kept'],
      )
      assert.equal(waiting[0]?.headline, 'Low water early')
      assert.equal(String(waiting[0]?.until), String(tomorrow))
      const early = { publicationId: tide.id, key: 'early' }
      assert.equal(await press(database).drop(early), true)
      assert.equal(await press(database).drop(early), false)
      assert.deepEqual(await Array.fromAsync(releaseDue(deskOf(database, tomorrow))), [])
    })

    it('cuts a feed’s long “summary”, which else would give the whole text away', async () => {
      await using database = await open()
      const tide = await addTide(database)
      const short = draftOf('a', { complete: false, blocks: paragraphs(2) })
      const long = draftOf('b', { complete: false, blocks: paragraphs(60) })
      await takeIn(database, tide, [short, long])
      const stories = storyReader(database)
      const whole = await stories.byAddress(at)
      const cut = await stories.byAddress({ ...at, story: 'low-water-b' })
      assert.ok(whole !== null && whole !== 'withdrawn' && cut !== null && cut !== 'withdrawn')
      assert.equal(whole.left, null)
      assert.equal(cut.left?.paragraphs, 53)
      assert.doesNotMatch(cut.lead, /Paragraph 8:/)
    })

    it('migrates once, and again without a change', async () => {
      await using database = await open()
      await migrate(database)
      await addTide(database)
      await migrate(database)
      assert.notEqual(await publicationReader(database).bySlug('tide'), null)
    })
  })
}
