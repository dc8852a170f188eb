import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { callOf, faultOf } from './call.fixture.ts'
import { engineServer, type Reply } from './engine-server.fixture.ts'
import { openLibreTranslate } from './libretranslate.ts'

const languages = [
  { code: 'en', name: 'English', targets: ['de', 'en', 'zt'] },
  { code: 'de', name: 'German', targets: ['en'] },
]

describe('LibreTranslate', () => {
  it('is asked for what is in its list, in its own codes', async () => {
    await using server = await engineServer(({ path, body }) => {
      if (path === '/languages') return { body: languages }
      const { q } = JSON.parse(body)
      return { body: { translatedText: q.map((text: string) => `«${text}»`) } }
    })
    const engine = openLibreTranslate({ url: server.url, key: 'secret' })
    assert.deepEqual(
      (await engine.pairs()).map(({ from, to }) => `${from} ${to}`),
      ['en de', 'en zh-Hant', 'de en'],
    )
    assert.deepEqual(await engine.translate(callOf(['a', 'b'], { to: 'zh-Hant' })), [
      { id: '0', content: '«a»' },
      { id: '1', content: '«b»' },
    ])
    assert.deepEqual(JSON.parse(server.seen.at(-1)?.body ?? ''), {
      ...{ q: ['a', 'b'], source: 'en', target: 'zt', format: 'html', api_key: 'secret' },
    })
    assert.equal(engine.sendsTextTo, null)
    assert.deepEqual(await engine.probe(), { ok: true })
  })

  it('says by its status and its words what is wrong', async () => {
    let reply: Reply = { body: '' }
    await using server = await engineServer(() => reply)
    const engine = openLibreTranslate({ url: server.url, key: '' })
    const fault = async (status: number, body: unknown, headers = {}) => {
      reply = { status, body, headers }
      return faultOf(engine.translate(callOf(['the boats'])))
    }
    assert.equal(await fault(400, { error: 'xx is not supported' }), 'pair')
    assert.equal(await fault(403, { error: 'Invalid API key' }), 'auth')
    assert.equal(
      await fault(400, { error: 'Please contact the server operator to get an API key' }),
      'auth',
    )
    assert.equal(
      await fault(429, { error: 'Slowdown: 20 per 1 minute' }, { 'retry-after': '7' }),
      'rate 7',
    )
    assert.equal(
      await fault(429, 'Too many requests, the boats', { 'retry-after': '999999' }),
      'rate 3600',
    )
    assert.equal(await fault(500, { error: 'Cannot translate text: the boats' }), 'down')
    assert.equal(await fault(502, '<html>the boats</html>'), 'down')
    assert.equal(await fault(200, '<html>the boats</html>'), 'bad-output')
    assert.equal(await fault(200, { translatedText: ['one', 'two'] }), 'bad-output')
  })

  it('is asked for less at a time where it says that it was too much', async () => {
    await using server = await engineServer(({ body }) => {
      const { q } = JSON.parse(body)
      if (q.join('').length > 4) {
        return {
          status: 400,
          body: { error: 'Invalid request: request (9) exceeds text limit (4)' },
        }
      }
      return { body: { translatedText: q } }
    })
    const engine = openLibreTranslate({ url: server.url, key: '' })
    const made = await engine.translate(callOf(['aa', 'bb', 'cc', 'far too long', 'dd']))
    assert.deepEqual(
      made.map(({ id }) => id),
      ['0', '1', '2', '4'],
    )
  })

  it('may be gone, and the operator is told how to mend it', async () => {
    const gone = await engineServer(() => ({ body: '' }))
    await gone[Symbol.asyncDispose]()
    const engine = openLibreTranslate({ url: gone.url, key: '' })
    assert.equal(await faultOf(engine.translate(callOf(['the boats']))), 'down')
    const probe = await engine.probe()
    assert.equal(probe.ok, false)
    assert.match(JSON.stringify(probe), /cannot be reached.*LIBRETRANSLATE_URL/)
  })
})
