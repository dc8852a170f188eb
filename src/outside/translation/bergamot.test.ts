import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { Worker } from 'node:worker_threads'
import { openBergamot } from './bergamot.ts'
import { bergamotModelsIn } from './bergamot-models.ts'
import { callOf, faultOf } from './call.fixture.ts'

const folder = await mkdtemp(join(tmpdir(), 'kiosk-bergamot-'))
after(() => rm(folder, { recursive: true }))

const model = ['model.ende.intgemm.alphas.bin', 'lex.50.50.ende.s2t.bin', 'vocab.ende.spm']

async function put(name: string, files: readonly string[]) {
  await mkdir(join(folder, name))
  for (const file of files) await writeFile(join(folder, name, file), 'no model at all')
}

describe('a folder of Bergamot models', () => {
  it('gives the pairs that are whole, and says what the others lack', async () => {
    await put('en-de', [...model, 'LICENSE'])
    await put('en-nl', model)
    await put('en-fr', ['LICENSE', ...model.slice(0, 2)])
    await put('models', [])
    const { models, refused } = await bergamotModelsIn(folder)
    assert.deepEqual(
      models.map(({ from, to }) => `${from}-${to}`),
      ['en-de'],
    )
    assert.deepEqual(refused.map((one) => `${one.folder}: ${one.why}`).sort(), [
      'en-fr: It lacks the vocabulary.',
      'en-nl: It lacks the licence.',
      'models: Its name is no pair of languages.',
    ])
    assert.deepEqual(await bergamotModelsIn(join(folder, 'nowhere')), { models: [], refused: [] })
  })
})

describe('Bergamot', { timeout: 60_000 }, () => {
  it('starts in a thread of its own', async () => {
    const worker = new Worker(new URL('./bergamot-worker.ts', import.meta.url))
    const answer = new Promise<{ id: number; error?: unknown }>((resolve, reject) => {
      worker.on('message', resolve)
      worker.on('error', reject)
    })
    worker.postMessage({ id: 1, name: 'initialize', args: [{ cacheSize: 0 }] })
    assert.deepEqual(await answer, { id: 1, result: undefined })
    await worker.terminate()
  })

  it('that was given something else than a model breaks down alone', async () => {
    const { models } = await bergamotModelsIn(folder)
    await using engine = openBergamot(models)
    assert.equal(await faultOf(engine.translate(callOf(['the boats']))), 'down')
    assert.match(JSON.stringify(await engine.probe()), /en-de: Bergamot/)
    assert.equal(await faultOf(engine.translate(callOf(['the boats'], { to: 'fr' }))), 'pair')
  })
})
