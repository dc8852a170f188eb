import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { assemble, type Stand } from '../assemble.ts'
import { readConfig } from '../config.ts'
import { tide } from '../storage/tide.fixture.ts'
import { type Options, UsageError } from './call.ts'
import { glossary } from './glossary.ts'

let folder: string
let stand: Stand
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiosk-glossary-'))
  stand = await assemble(readConfig({ KIOSK_DATA: folder }))
  await stand.desk.publications.findOrAdd(tide, () => true)
})
after(async () => {
  await stand[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

const call = (words: readonly string[], options: Options = {}) => {
  const publicUrl = new URL('http://localhost:3000')
  return glossary({ from: folder, publicUrl, feedMinutes: 15, stand, options, words })
}

async function entries() {
  const publication = await stand.publications.bySlug('tide')
  const all = await stand.translation.glossaries.of(publication?.id ?? '')
  return all.map(({ term, language, target }) => `${term} ${language} ${target}`)
}

describe('kiosk glossary', () => {
  it('keeps names, or what they are called in a language, and forgets them', async () => {
    assert.equal(await call(['set', 'tide', 'Low Water']), 0)
    assert.equal(await call(['set', 'tide', 'Low Water', 'Ebbe'], { language: 'DE' }), 0)
    assert.deepEqual(await entries(), ['Low Water  null', 'Low Water de Ebbe'])
    assert.equal(await call(['list', 'tide'], { json: true }), 0)
    assert.equal(await call(['remove', 'tide', 'Low Water']), 0)
    assert.equal(await call(['remove', 'tide', 'Low Water']), 1)
    assert.deepEqual(await entries(), ['Low Water de Ebbe'])
  })

  it('refuses what it cannot understand', async () => {
    const wrong: readonly (readonly [readonly string[], Options?])[] = [
      [['set', 'tide']],
      [['set', 'tide', ' ']],
      [['set', 'tide', 'Low Water', 'Ebbe']],
      [['set', 'tide', 'Low Water', 'Ebbe'], { language: 'not a language' }],
      [['set', 'tide', 'x'.repeat(201)]],
      [['shout']],
      [['list']],
      [['remove', 'tide']],
    ]
    for (const [words, options] of wrong) await assert.rejects(call(words, options), UsageError)
    assert.equal(await call(['set', 'nowhere', 'Low Water']), 1)
  })
})
