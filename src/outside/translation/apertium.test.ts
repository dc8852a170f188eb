import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openApertium } from './apertium.ts'
import { askEngine } from './ask-engine.ts'
import { callOf, faultOf } from './call.fixture.ts'
import { engineServer, type Reply } from './engine-server.fixture.ts'

const listed = {
  responseData: [
    { sourceLanguage: 'spa', targetLanguage: 'cat' },
    { sourceLanguage: 'spa', targetLanguage: 'cat_valencia' },
    { sourceLanguage: 'eng', targetLanguage: 'spa' },
  ],
}
const translated = (translatedText: string): Reply => ({
  body: { responseData: { translatedText }, responseStatus: 200 },
})

describe('Apertium', () => {
  it('is asked segment by segment, in its own codes, for HTML', async () => {
    await using server = await engineServer(({ path, body }) =>
      path === '/listPairs'
        ? { body: listed }
        : translated(`${new URLSearchParams(body).get('q')?.toUpperCase()} #barca`),
    )
    const engine = openApertium({ url: server.url })
    assert.deepEqual(await engine.pairs(), [
      { from: 'es', to: 'ca', grade: 'good' },
      { from: 'es', to: 'ca-valencia', grade: 'good' },
      { from: 'en', to: 'es', grade: 'draft' },
    ])
    const made = await engine.translate(callOf(['a & b', 'b'], { from: 'es', to: 'ca' }))
    assert.deepEqual(made, [
      { id: '0', content: 'A & B barca' },
      { id: '1', content: 'B barca' },
    ])
    const asked = new URLSearchParams(server.seen[1]?.body)
    assert.deepEqual([...asked].toSorted(), [
      ['format', 'html'],
      ['langpair', 'spa|cat'],
      ['markUnknown', 'no'],
      ['q', 'a & b'],
    ])
  })

  it('says by its status what is wrong', async () => {
    let reply: Reply = { body: '' }
    await using server = await engineServer(() => reply)
    const engine = openApertium({ url: server.url })
    const fault = async (status: number, body: unknown) => {
      reply = { status, body }
      return faultOf(engine.translate(callOf(['the boats'])))
    }
    const missing = { status: 'error', code: 400, explanation: 'That pair is not installed' }
    assert.equal(await fault(400, missing), 'pair')
    assert.equal(await fault(400, { explanation: 'Missing argument' }), 'bad-output')
    assert.equal(await fault(500, { explanation: 'Internal Server Error' }), 'down')
    assert.equal(await fault(200, { responseData: null }), 'bad-output')
  })

  it('may list a pair that does not work: looking finds it out', async () => {
    await using server = await engineServer(({ path }) =>
      path === '/listPairs' ? { body: listed } : { status: 500, body: {} },
    )
    const probe = await openApertium({ url: server.url }).probe()
    assert.match(JSON.stringify(probe), /answered 500.*APERTIUM_URL/)
  })
})

describe('any engine', () => {
  it('is given up when it is slow, and when it sends without end', async () => {
    await using server = await engineServer(({ path }) =>
      path === '/slow' ? { body: null } : { body: `"${'x'.repeat(5_000_000)}"` },
    )
    const ask = (path: string) =>
      faultOf(askEngine({ name: 'X', url: new URL(path, server.url), patience: 300 }))
    assert.equal(await ask('/slow'), 'timeout')
    const much = askEngine({ name: 'X', url: new URL('/much', server.url) })
    assert.equal(await faultOf(much), 'bad-output')
  })

  it('is let go when nobody wants it any more', async () => {
    await using server = await engineServer(() => ({ body: null }))
    const stopped = new AbortController()
    const asked = askEngine({ name: 'X', url: server.url, signal: stopped.signal })
    stopped.abort(new Error('enough'))
    await assert.rejects(asked, /enough/)
  })
})
