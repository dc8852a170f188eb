import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Hono } from 'hono'
import type { Visit } from '../visit.ts'
import { askedFrom } from './asked-from.ts'

const proxies = ['127.0.0.1', '10.0.0.2']

/** Whom the stand takes for the asker, when this connects and says this of whom it asks for. */
async function taken(remoteAddress: string, said: string, believed: readonly string[] = proxies) {
  const app = new Hono<Visit>()
  app.get('/', (c) => c.text(askedFrom(c, { proxies: believed })))
  const headers = { 'x-forwarded-for': said }
  const answer = await app.request('/', { headers }, { incoming: { socket: { remoteAddress } } })
  return answer.text()
}

it('only a server that the operator put in front is believed, as far as the first stranger', async () => {
  assert.equal(await taken('203.0.113.7', '198.51.100.1'), '203.0.113.7')
  assert.equal(await taken('127.0.0.1', '198.51.100.1', []), '127.0.0.1')
  assert.equal(await taken('127.0.0.1', '198.51.100.1'), '198.51.100.1')
  assert.equal(await taken('::ffff:127.0.0.1', '192.0.2.1, 198.51.100.1, 10.0.0.2'), '198.51.100.1')
  assert.equal(await taken('127.0.0.1', ''), '127.0.0.1')
})

it('a range of servers is believed as its addresses are, whatever a stranger writes before it', async () => {
  const ranges = ['10.0.0.0/8', '2001:db8:1::/48', '127.0.0.1']
  const from = (near: string, said: string) => taken(near, said, ranges)
  assert.equal(await from('10.200.3.4', '198.51.100.1'), '198.51.100.1')
  assert.equal(await from('::ffff:10.200.3.4', '198.51.100.1'), '198.51.100.1')
  assert.equal(await from('2001:db8:1:2::3', '2001:db8:2::1'), '2001:db8:2::1')
  assert.equal(await from('11.0.0.1', '198.51.100.1'), '11.0.0.1')
  const spoofed = '127.0.0.1, 10.0.0.9, 192.0.2.66, 203.0.113.7, 10.1.1.1, ::ffff:10.2.2.2'
  assert.equal(await from('10.200.3.4', spoofed), '203.0.113.7')
  assert.equal(await from('10.200.3.4', '10.0.0.9, unknown, 10.1.1.1'), 'unknown')
  // Somebody within the operator's own network, whom only the operator's servers speak for.
  assert.equal(await from('10.200.3.4', '10.0.0.77, 10.1.1.1'), '10.0.0.77')
  assert.equal(await from('10.200.3.4', ' , '), '10.200.3.4')
})
