import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { defaultCut, undescribed } from '#catalogue'
import { assemble, type Stand } from '../assemble.ts'
import { readConfig } from '../config.ts'
import { type Call, type Options, UsageError } from './call.ts'
import { lexicon } from './lexicon.ts'
import { publication } from './publication.ts'

let folder: string
let stand: Stand
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiosk-lexicon-'))
  stand = await assemble(readConfig({ KIOSK_DATA: folder, KIOSK_TIME_ZONE: 'UTC' }))
  const tide = { slug: 'tide', title: 'The Tide', kind: 'newspaper', language: 'nl' } as const
  const about = { description: '', home: null, timeZone: 'UTC', door: 'plan' } as const
  await stand.desk.publications.findOrAdd(
    { ...tide, ...about, cut: defaultCut, ...undescribed },
    () => true,
  )
})
after(async () => {
  await stand[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

const run = (
  command: (call: Call) => Promise<number>,
  words: readonly string[],
  options: Options = {},
) => {
  const around = { from: folder, publicUrl: new URL('http://localhost:3000'), feedMinutes: 15 }
  return command({ ...around, stand, options, words })
}

const saidIn = async (language: string) => {
  const { id = '' } = (await stand.publications.bySlug('tide')) ?? {}
  return Object.fromEntries(await stand.narration.lexicons.of(id, language))
}

it('a name is said in another way, in the publication’s language or another', async () => {
  assert.equal(await run(lexicon, ['set', 'tide', ' Saltmere ', 'Soltmeer']), 0)
  assert.equal(await run(lexicon, ['set', 'tide', 'Saltmere', 'Solt mir'], { language: 'EN' }), 0)
  assert.deepEqual(await saidIn('nl'), { Saltmere: 'Soltmeer' })
  assert.deepEqual(await saidIn('en-GB'), { Saltmere: 'Solt mir' })
  assert.equal(await run(lexicon, ['list', 'tide']), 0)
  assert.equal(await run(lexicon, ['remove', 'tide', 'Saltmere']), 0)
  assert.equal(await run(lexicon, ['remove', 'tide', 'Saltmere']), 1)
  assert.deepEqual(await saidIn('nl'), {})
})

it('a lexicon says what is wrong with a call', async () => {
  await assert.rejects(run(lexicon, []), UsageError)
  await assert.rejects(run(lexicon, ['set', 'tide', 'Saltmere']), UsageError)
  await assert.rejects(run(lexicon, ['set', 'tide', 'a\nb', 'c']), UsageError)
  await assert.rejects(run(lexicon, ['set', 'tide', 'a'.repeat(300), 'c']), UsageError)
  await assert.rejects(run(lexicon, ['list', 'tide'], { language: 'no tag' }), UsageError)
  assert.equal(await run(lexicon, ['list', 'nowhere']), 1)
})

it('a publication permits or forbids what is made of its stories', async () => {
  const permits = async () => (await stand.publications.bySlug('tide'))?.permits
  assert.equal(await run(publication, ['permit', 'tide', 'narration', 'no']), 0)
  assert.equal(await run(publication, ['permit', 'tide', 'third-parties', 'yes']), 0)
  const narration = { narration: false, machineTranslation: true, thirdParties: true }
  assert.deepEqual(await permits(), narration)
  assert.equal(await run(publication, ['permit', 'tide', 'machine-translation', 'no']), 0)
  assert.equal((await permits())?.machineTranslation, false)
  assert.equal(await run(publication, ['permit', 'nowhere', 'narration', 'no']), 1)
  await assert.rejects(run(publication, ['permit', 'tide', 'singing', 'no']), UsageError)
  await assert.rejects(run(publication, ['permit', 'tide', 'narration', 'maybe']), UsageError)
  await assert.rejects(run(publication, ['permit', 'tide']), UsageError)
})
