import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createApp } from '../app.ts'
import { standWith } from '../stand.fixture.ts'

const begin = Temporal.Instant.from('2025-05-20T10:00:00Z')

function asking() {
  let now = begin
  let asked = 0
  const app = createApp(standWith({ changed: { clock: () => now } }).needs)
  const from = (remoteAddress: string, path = '/en/search?q=once') =>
    app.request(path, {}, { incoming: { socket: { remoteAddress } } })
  return {
    /** How many of these questions are answered. */
    async many(count: number, address: string): Promise<number> {
      let answered = 0
      for (let at = 0; at < count; at += 1) {
        asked += 1
        const { status } = await from(address, `/en/search?q=a${asked}`)
        if (status === 200) answered += 1
      }
      return answered
    },
    from,
    wait: (seconds: number) => {
      now = now.add({ seconds })
    },
  }
}

it('one network asks sixty questions a minute, and others are not concerned', async () => {
  const { many, from, wait } = asking()
  assert.equal(await many(70, '9.9.9.9'), 60)
  assert.equal(await many(1, '9.9.9.200'), 0)
  assert.equal(await many(1, '9.9.8.9'), 1)
  const refused = await from('9.9.9.9')
  assert.equal(refused.status, 429)
  assert.equal(refused.headers.get('retry-after'), '1')
  assert.equal(refused.headers.get('cache-control'), 'private, no-store')
  assert.match(await refused.text(), /<h1>One moment<\/h1>/)
  wait(5)
  assert.equal(await many(20, '9.9.9.9'), 5)
})

it('the page where nothing is asked yet is there for everybody', async () => {
  const { many, from } = asking()
  await many(61, '9.9.9.9')
  assert.equal((await from('9.9.9.9', '/en/search')).status, 200)
})

it('whoever stands for everybody, or for nobody known, is not counted', async () => {
  const { many } = asking()
  assert.equal(await many(70, '127.0.0.1'), 70)
  assert.equal(await many(70, '::ffff:10.1.2.3'), 70)
})
