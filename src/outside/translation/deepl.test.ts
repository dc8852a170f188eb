import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { callOf, faultOf } from './call.fixture.ts'
import { openDeepL } from './deepl.ts'
import { engineServer, type Reply } from './engine-server.fixture.ts'

describe('DeepL', () => {
  it('is asked in its own codes, with its key, and told what it is about', async () => {
    await using server = await engineServer(({ path, body }) => {
      if (path.endsWith('type=source')) return { body: [{ language: 'EN' }, { language: 'DE' }] }
      if (path.includes('languages'))
        return { body: [{ language: 'EN-GB' }, { language: 'PT-BR' }] }
      const { text } = JSON.parse(body)
      return { body: { translations: text.map((one: string) => ({ text: one.toUpperCase() })) } }
    })
    const engine = openDeepL({ url: server.url, key: 'secret' })
    assert.deepEqual(
      (await engine.pairs()).map(({ from, to }) => `${from} ${to}`),
      ['en pt-BR', 'de en-GB', 'de pt-BR'],
    )
    const made = await engine.translate(callOf(['a'], { to: 'pt-BR' }))
    assert.deepEqual(made, [{ id: '0', content: 'A' }])
    const { body, headers, path } = server.seen.at(-1) ?? assert.fail()
    assert.equal(path, '/v2/translate')
    assert.equal(headers.authorization, 'DeepL-Auth-Key secret')
    assert.deepEqual(JSON.parse(body), {
      ...{ text: ['a'], source_lang: 'EN', target_lang: 'PT-BR' },
      ...{ tag_handling: 'html', context: 'Low water' },
    })
  })

  it('says by its status what is wrong', async () => {
    let reply: Reply = { body: '' }
    await using server = await engineServer(() => reply)
    const engine = openDeepL({ url: server.url, key: 'x' })
    const fault = async (status: number, headers = {}) => {
      reply = { status, body: { message: 'the boats' }, headers }
      return faultOf(engine.translate(callOf(['the boats'])))
    }
    assert.equal(await fault(403), 'auth')
    assert.equal(await fault(456), 'quota')
    assert.equal(await fault(429, { 'retry-after': '2' }), 'rate 2')
    assert.equal(await fault(400), 'pair')
    assert.equal(await fault(503), 'down')
    assert.equal(await fault(413), 'none')
    assert.equal(await fault(200), 'bad-output')
  })
})
