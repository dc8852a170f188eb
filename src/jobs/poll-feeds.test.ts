import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { StorageFullError } from '#ground/storage-full-error'
import { openReader } from '#ingest'
import type { CarefulClient, Fetched, Wish } from '#outside'
import { feedBook, migrate, openSqlite, press, publicationDesk } from '#storage'
import { addFeed } from './add-feed.ts'
import { type PollNeeds, pollDue, spread, waitAfter } from './poll-feeds.ts'

const address = 'https://courier.example/feed.json'
const morning = Temporal.Instant.from('2031-04-02T06:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'kiosk-feeds-'))
const reader = openReader()
after(async () => {
  await reader[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})
let count = 0

type Answering = (asked: { address: string; wish: Wish }) => Partial<Fetched> | string

/** A stand with one feed in its book, polled once; the web answers as the test says. */
async function standWith(first: Partial<Fetched>) {
  count += 1
  const database = openSqlite(join(folder, `${count}.db`))
  await migrate(database)
  const asked: { address: string; wish: Wish }[] = []
  let now = morning
  let answering: Answering = () => first
  const client: CarefulClient = {
    async fetch(at, wish) {
      asked.push({ address: at, wish })
      const answer = answering({ address: at, wish })
      if (typeof answer === 'string') {
        return { ok: false, reason: { code: 'fetch.failed', message: answer, status: null } }
      }
      return { ok: true, value: { ...nothing, address: at, ...answer } }
    },
  }
  const needs: PollNeeds = {
    press: press(database),
    publications: publicationDesk(database),
    pictures: { keep: async () => ({ ok: false, reason: { code: 'x', message: 'No picture.' } }) },
    feeds: feedBook(database),
    reader,
    client,
    clock: () => now,
    timeZone: 'UTC',
    language: 'en',
    everyMinutes: 15,
    random: () => 0.5,
  }
  const added = await addFeed(needs, { address, said: {}, door: null })
  assert.ok(added.ok, JSON.stringify(added))
  return {
    needs,
    asked,
    feed: async () => (await needs.feeds.all())[0],
    /** Waits until the feed is due and polls it. */
    poll: async (answer: Answering, changed: Partial<PollNeeds> = {}) => {
      answering = answer
      now = (await needs.feeds.all())[0]?.nextAt ?? now
      return Array.fromAsync(pollDue({ ...needs, ...changed }))
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

const nothing: Fetched = {
  bytes: new Uint8Array(),
  contentType: 'application/feed+json',
  status: 200,
  address,
  etag: null,
  lastModified: null,
  movedForGood: false,
}

function feedOf(texts: Readonly<Record<string, string>>): { bytes: Uint8Array } {
  const items = Object.entries(texts).map(([id, text]) => ({
    id,
    title: `The ${id}`,
    content_html: `<p>${text}</p>`,
    date_published: '2031-04-01T06:00:00Z',
  }))
  const version = 'https://jsonfeed.org/version/1.1'
  const feed = { version, title: 'The Harbour Courier', language: 'en', items }
  return { bytes: new TextEncoder().encode(JSON.stringify(feed)) }
}

const two = feedOf({ bell: 'A bell came up.', ferry: 'The ferry is late.' })

describe('a feed that works', () => {
  it('is asked with what its server said the last time, and 304 changes nothing', async () => {
    const lastModified = 'Tue, 01 Apr 2031 06:00:00 GMT'
    await using stand = await standWith({ ...two, etag: '"one"', lastModified })
    const [report] = await stand.poll(() => ({ status: 304, etag: '"other"' }))
    assert.equal(report?.outcome, 'not changed')
    const sent = { 'if-none-match': '"one"', 'if-modified-since': lastModified }
    assert.deepEqual(stand.asked.at(-1)?.wish.headers, sent)
    await stand.poll(() => ({ status: 304 }))
    assert.deepEqual(stand.asked.at(-1)?.wish.headers, sent)
  })

  it('has its dates without a zone read where its publication lives', async () => {
    await using stand = await standWith(two)
    const item = { id: 'buoy', title: 'The buoy', content_html: '<p>Gone.</p>' }
    const dated = { ...item, date_published: '2031-04-01T06:00:00' }
    const version = 'https://jsonfeed.org/version/1.1'
    const feed = JSON.stringify({ version, title: 'The Harbour Courier', items: [dated] })
    const answer = { bytes: new TextEncoder().encode(feed) }
    const [report] = await stand.poll(() => answer, { timeZone: 'Asia/Tokyo' })
    assert.equal(report?.answers[0]?.story?.edition, '2031-04-01')
  })

  it('brings what is new and what changed, and says so', async () => {
    await using stand = await standWith(two)
    const [report] = await stand.poll(() =>
      feedOf({ bell: 'Two bells came up.', ferry: 'The ferry is late.', fog: 'Fog.' }),
    )
    assert.equal(report?.outcome, '1 new, 1 changed')
    const effects = report?.answers.map(({ headline, effect }) => [headline, effect])
    assert.deepEqual(Object.fromEntries(effects ?? []), {
      'The bell': 'changed',
      'The ferry': 'unchanged',
      'The fog': 'new',
    })
  })

  it('is asked at its new address when it moved for good, and only then', async () => {
    await using stand = await standWith(two)
    const elsewhere = 'https://courier.example/all.json'
    await stand.poll(() => ({ ...two, address: elsewhere }))
    assert.equal((await stand.feed())?.address, address)
    await stand.poll(() => ({ ...two, address: elsewhere, movedForGood: true }))
    assert.equal((await stand.feed())?.address, elsewhere)
    await stand.poll(() => two)
    assert.equal(stand.asked.at(-1)?.address, elsewhere)
  })

  it('has a quiet day when it holds no story, and is asked as often as before', async () => {
    await using stand = await standWith(two)
    const [report] = await stand.poll(() => feedOf({}))
    assert.equal(report?.outcome, '0 new, 0 changed')
    assert.equal((await stand.feed())?.failures, 0)
  })

  it('is polled once when its time has come, and not before the next', async () => {
    await using stand = await standWith(two)
    assert.equal((await stand.poll(() => two)).length, 1)
    assert.deepEqual(await Array.fromAsync(pollDue(stand.needs)), [])
  })

  it('is asked for everything again when something could not be stored', async () => {
    await using stand = await standWith({ ...two, etag: '"one"' })
    const full = { ...stand.needs.press, print: () => Promise.reject(new StorageFullError('it')) }
    const [report] = await stand.poll(() => ({ ...feedOf({ fog: 'Fog.' }), etag: '"two"' }), {
      press: full,
    })
    assert.equal(report?.answers[0]?.code, 'storage.full')
    await stand.poll(() => feedOf({ fog: 'Fog.' }))
    assert.deepEqual(stand.asked.at(-1)?.wish.headers, {})
  })
})

describe('a feed that fails', () => {
  it('is asked half as often after each failure, and as usual once it works', async () => {
    await using stand = await standWith({ ...two, etag: '"one"' })
    const waits: number[] = []
    for (const _ of [1, 2, 3]) {
      await stand.poll(() => 'It is closed today.')
      const feed = await stand.feed()
      waits.push(feed?.polledAt?.until(feed.nextAt).total('minutes') ?? 0)
    }
    assert.deepEqual(waits, [30, 60, 120])
    const feed = await stand.feed()
    assert.deepEqual(
      [feed?.failures, feed?.outcome, feed?.etag],
      [3, 'It is closed today.', '"one"'],
    )
    await stand.poll(() => ({ status: 304 }))
    assert.equal((await stand.feed())?.failures, 0)
  })

  it('waits a day at most, or as long as usual where that is longer', () => {
    assert.equal(waitAfter(5, 900), 28_800)
    assert.equal(waitAfter(7, 900), 86_400)
    assert.equal(waitAfter(5_000, 900), 86_400)
    assert.equal(waitAfter(3, 604_800), 604_800)
  })

  it('waits a tenth more or less by chance, and always a while', () => {
    assert.deepEqual([spread(1_000, 0), spread(1_000, 0.5), spread(1_000, 1)], [900, 1_000, 1_100])
    assert.equal(spread(0, 0), 1)
  })
})

describe('adding a feed', () => {
  it('is refused in the words of whoever could not fetch it, and nothing is written', async () => {
    await using stand = await standWith(two)
    await stand.poll(() => 'It is closed today.')
    const other = 'https://tide.example/feed.json'
    const added = await addFeed(stand.needs, { address: other, said: {}, door: null })
    assert.deepEqual(added, { ok: false, reason: 'It is closed today.' })
    assert.equal((await stand.needs.feeds.all()).length, 1)
  })

  it('is refused for one that is polled already, also under an address that leads there', async () => {
    await using stand = await standWith(two)
    const again = await addFeed(stand.needs, { address, said: {}, door: null })
    assert.equal(again.ok, false)
    await stand.poll(() => ({ ...two, address, movedForGood: true }))
    const old = 'https://courier.example/old.json'
    const moved = await addFeed(stand.needs, { address: old, said: {}, door: null })
    assert.deepEqual(moved, { ok: false, reason: `"${address}" is polled already.` })
  })
})
