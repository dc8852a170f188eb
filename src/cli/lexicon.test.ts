import assert from 'node:assert/strict'
import { it } from 'node:test'
import { defaultCut, undescribed } from '#catalogue'
import { UsageError } from './call.ts'
import { calledStand } from './called-stand.fixture.ts'
import { lexicon } from './lexicon.ts'
import { publication } from './publication.ts'

const { stand, call } = await calledStand()
const tide = { slug: 'tide', title: 'The Tide', kind: 'newspaper', language: 'nl' } as const
const about = { description: '', home: null, timeZone: 'UTC', door: 'plan' } as const
const described = { ...tide, ...about, cut: defaultCut, ...undescribed }
await stand.desk.publications.findOrAdd(described, () => true)

const saidIn = async (language: string) => {
  const { id = '' } = (await stand.publications.bySlug('tide')) ?? {}
  return Object.fromEntries(await stand.narration.lexicons.of(id, language))
}

it('a name is said in another way, in the publication’s language or another', async () => {
  assert.equal(await call(lexicon, ['set', 'tide', ' Saltmere ', 'Soltmeer']), 0)
  assert.equal(await call(lexicon, ['set', 'tide', 'Saltmere', 'Solt mir'], { language: 'EN' }), 0)
  assert.deepEqual(await saidIn('nl'), { Saltmere: 'Soltmeer' })
  assert.deepEqual(await saidIn('en-GB'), { Saltmere: 'Solt mir' })
  assert.equal(await call(lexicon, ['list', 'tide']), 0)
  assert.equal(await call(lexicon, ['remove', 'tide', 'Saltmere']), 0)
  assert.equal(await call(lexicon, ['remove', 'tide', 'Saltmere']), 1)
  assert.deepEqual(await saidIn('nl'), {})
})

it('a lexicon says what is wrong with a call', async () => {
  await assert.rejects(call(lexicon, []), UsageError)
  await assert.rejects(call(lexicon, ['set', 'tide', 'Saltmere']), UsageError)
  await assert.rejects(call(lexicon, ['set', 'tide', 'a\nb', 'c']), UsageError)
  await assert.rejects(call(lexicon, ['set', 'tide', 'a'.repeat(300), 'c']), UsageError)
  await assert.rejects(call(lexicon, ['list', 'tide'], { language: 'no tag' }), UsageError)
  assert.equal(await call(lexicon, ['list', 'nowhere']), 1)
})

it('a publication permits or forbids what is made of its stories', async () => {
  const permits = async () => (await stand.publications.bySlug('tide'))?.permits
  assert.equal(await call(publication, ['permit', 'tide', 'narration', 'no']), 0)
  assert.equal(await call(publication, ['permit', 'tide', 'third-parties', 'yes']), 0)
  const narration = { narration: false, machineTranslation: true, thirdParties: true }
  assert.deepEqual(await permits(), narration)
  assert.equal(await call(publication, ['permit', 'tide', 'machine-translation', 'no']), 0)
  assert.equal((await permits())?.machineTranslation, false)
  assert.equal(await call(publication, ['permit', 'nowhere', 'narration', 'no']), 1)
  await assert.rejects(call(publication, ['permit', 'tide', 'singing', 'no']), UsageError)
  await assert.rejects(call(publication, ['permit', 'tide', 'narration', 'maybe']), UsageError)
  await assert.rejects(call(publication, ['permit', 'tide']), UsageError)
})
