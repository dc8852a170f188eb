import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import sharp from 'sharp'
import { digestOf } from '#ground/digest'
import { openPictureProcess } from './picture-process.ts'

const folder = await mkdtemp(join(tmpdir(), 'kiosk-rendering-'))
after(() => rm(folder, { recursive: true }))

const square = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#335577' } })
  .png()
  .toBuffer()

it('checks and renders in another process, several in turn', async () => {
  const process = openPictureProcess()
  const wanted = { digest: digestOf(square), width: 4, height: 4, format: 'webp' } as const
  const [checked, rendered] = await Promise.all([
    process.check(square),
    process.render(square, wanted),
  ])
  assert.ok(checked.ok && rendered.ok)
  assert.equal(checked.value.width, 8)
  assert.equal((await sharp(rendered.value).metadata()).width, 4)
})

it('does not open a master whose bytes are no longer those that were kept', async () => {
  const wanted = { digest: digestOf('other'), width: 4, height: 4, format: 'webp' } as const
  const rendered = await openPictureProcess().render(square, wanted)
  assert.match(rendered.ok ? '' : rendered.reason.message, /have changed on the disk/)
})

it('loses one picture and nothing else when the decoder crashes', async () => {
  const program = join(folder, 'crash.mjs')
  const text = `process.on('message', ({ bytes }) => bytes.length === 1 ? process.abort() : process.send({ ok: true, value: bytes.length }))`
  await writeFile(program, text)
  const process = openPictureProcess({ program })
  const crashed = await process.check(new Uint8Array(1))
  assert.equal(crashed.ok ? '' : crashed.reason.code, 'image.bad')
  const next = await process.check(new Uint8Array(2))
  assert.deepEqual(next, { ok: true, value: 2 })
})

it('leaves the processor to others where nobody waits', async () => {
  const program = join(folder, 'priority.mjs')
  const text = `import { getPriority } from 'node:os'
process.on('message', () => setTimeout(() => process.send({ ok: true, value: getPriority() }), 50))`
  await writeFile(program, text)
  const humble = await openPictureProcess({ program, humble: true }).check(square)
  assert.deepEqual(humble, { ok: true, value: 19 })
})
