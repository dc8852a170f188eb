import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import sharp from 'sharp'
import { openRenderingProcess } from './rendering-process.ts'

const folder = await mkdtemp(join(tmpdir(), 'kiosk-rendering-'))
after(() => rm(folder, { recursive: true }))

const square = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#335577' } })
  .png()
  .toBuffer()

it('renders in another process, several in turn', async () => {
  const rendering = openRenderingProcess()
  const both = await Promise.all([rendering.render(square), rendering.render(square)])
  for (const one of both) {
    assert.ok(one.ok)
    assert.equal(one.value.facts.width, 8)
    assert.ok(one.value.renderings[0]?.bytes instanceof Uint8Array)
  }
})

it('loses one picture and nothing else when the decoder crashes', async () => {
  const crashing = join(folder, 'crash.mjs')
  const text = `process.on('message', (bytes) => bytes.length === 1 ? process.abort() : process.send({ ok: true, value: bytes.length }))`
  await writeFile(crashing, text)
  const rendering = openRenderingProcess(crashing)
  const crashed = await rendering.render(new Uint8Array(1))
  assert.equal(crashed.ok ? '' : crashed.reason.code, 'image.bad')
  const next = await rendering.render(new Uint8Array(2))
  assert.deepEqual(next, { ok: true, value: 2 })
})
