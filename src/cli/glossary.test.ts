import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { tide } from '../storage/tide.fixture.ts'
import { type Options, UsageError } from './call.ts'
import { calledStand } from './called-stand.fixture.ts'
import { glossary } from './glossary.ts'

const called = await calledStand()
const { stand } = called
await stand.desk.publications.findOrAdd(tide, () => true)

const call = (words: readonly string[], options?: Options) => called.call(glossary, words, options)

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
