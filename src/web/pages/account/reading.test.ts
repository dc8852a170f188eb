import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { browserOf, signIn, standFor } from '../../reader/browser.fixture.ts'
import { openReaders } from '../../reader/readers.fixture.ts'

const at = '/en/account/reading'

describe('how a reader wants stories set', () => {
  it('is told to the account, and every device hears the newest of it', async () => {
    await using stand = await openStand()
    const { phone, laptop } = stand
    assert.equal(await asked(phone), null)
    const chosen = { words: 'size-130 face-sans', theme: 'sepia', at: minute(1) }
    assert.deepEqual(await told(phone, chosen), { ...chosen, size: '130' })
    assert.deepEqual(await asked(laptop), { ...chosen, size: '130' })
    const newer = { words: 'line-2', theme: 'dark', at: minute(3) }
    await told(laptop, newer)
    const late = await told(phone, { words: '', theme: 'light', at: minute(2) })
    assert.deepEqual(late, { ...newer, size: '100' })
  })

  it('is kept in words of ours alone, and from no clock that is ahead', async () => {
    await using stand = await openStand()
    const { phone } = stand
    const kept = await told(phone, {
      words: 'size-9999 x-<b> hyphens-off',
      theme: 'light',
      at: 9e15,
    })
    assert.deepEqual(kept, { words: 'hyphens-off', theme: 'light', at: minute(10), size: '100' })
    for (const wrong of [
      {},
      { words: 'x', theme: 'neon', at: 1 },
      { words: 1, theme: 'dark', at: 1 },
    ]) {
      assert.equal((await send(phone, wrong)).status, 400)
    }
    assert.deepEqual(await asked(phone), kept)
  })

  it('is for whoever is signed in, from our own pages, and nobody keeps the answer', async () => {
    await using stand = await openStand()
    const stranger = browserOf(stand.stand)
    assert.equal((await stranger.get(at)).status, 401)
    const body = JSON.stringify({ words: '', theme: 'dark', at: 1 })
    const foreign = await stand.phone.get(at, {
      method: 'POST',
      body,
      headers: { origin: 'https://elsewhere.example' },
    })
    assert.equal(foreign.status, 403)
    assert.equal(await asked(stand.phone), null)
    const answer = await stand.phone.get(at)
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
  })

  it('is part of everything about a reader, and changing a name leaves it', async () => {
    await using stand = await openStand()
    const { phone } = stand
    await told(phone, { words: 'face-sans', theme: 'dark', at: minute(1) })
    await phone.post('/en/account/profile', { name: 'Ana', locale: 'nl' })
    const everything = await (await phone.get('/en/account/everything.json')).json()
    assert.deepEqual(everything.reader[0].choices.reading, {
      words: 'face-sans',
      theme: 'dark',
      at: '2025-05-20T10:01:00Z',
    })
  })
})

type Browser = ReturnType<typeof browserOf>

/** Minutes after the morning on which the clock of these tests begins. */
const minute = (minutes: number) => Date.UTC(2025, 4, 20, 10, minutes)

async function openStand() {
  const readers = await openReaders()
  const stand = standFor(readers)
  const phone = browserOf(stand)
  const laptop = browserOf(stand)
  await signIn(phone, readers)
  readers.wait({ minutes: 5 })
  await signIn(laptop, readers)
  readers.wait({ minutes: 5 })
  return { stand, phone, laptop, [Symbol.asyncDispose]: () => readers[Symbol.asyncDispose]() }
}

const asked = async (browser: Browser) => (await browser.get(at)).json()

const told = async (browser: Browser, wish: object) => (await send(browser, wish)).json()

const send = (browser: Browser, wish: object) =>
  browser.get(at, {
    method: 'POST',
    body: JSON.stringify(wish),
    headers: { 'content-type': 'application/json', origin: 'https://stand.example' },
  })
