import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import sharp from 'sharp'
import { type CoverCopy, coverKey, coverWidths } from '#catalogue'
import { memoryBlobs } from '../memory-blobs.fixture.ts'
import { type Drawing, type Drawn, openTypesetter } from './typesetter.ts'

const fonts = await mkdtemp(join(tmpdir(), 'kiosk-fonts-'))
after(() => rm(fonts, { recursive: true }))

const copy: CoverCopy = {
  slug: 'tide',
  title: 'The Tide',
  language: 'en',
  look: 'newspaper',
  date: 'Sunday 22 November 2026',
  edition: '',
  headlines: [{ text: 'Low water at six', language: 'en' }],
}
const report = (error: unknown) => assert.fail(String(error))

/** Draws nothing, one at a time, and remembers what it was asked. */
function standIn(answer: (drawing: Drawing) => Drawn | null) {
  const asked: Drawing[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  const ask = async (drawing: Drawing) => {
    asked.push(drawing)
    await promise
    return answer(drawing)
  }
  return { asked, go: resolve, process: { ask } }
}

const blank = ({ key }: Drawing): Drawn => ({
  files: coverWidths.map((width) => ({ name: `${key}-${width}.webp`, bytes: Buffer.from('x') })),
})

describe('the typesetter', () => {
  it('draws in another process, all widths at once, and keeps them', async () => {
    const blobs = memoryBlobs()
    const typesetter = openTypesetter({ blobs, fonts, report })
    const bytes = await typesetter.cover(copy, 320)
    assert.ok(bytes !== 'busy')
    const { format, width, height } = await sharp(bytes).metadata()
    assert.deepEqual({ format, width, height }, { format: 'webp', width: 320, height: 427 })
    const names = coverWidths.map((wide) => `${coverKey(copy)}-${wide}.webp`)
    assert.deepEqual(await blobs.names(), names)

    const { edition: _, headlines: __, ...masthead } = copy
    const headline = { text: 'Low water', language: 'en' }
    const social = await typesetter.social({ ...masthead, headline, standfirst: '' })
    assert.ok(social !== 'busy')
    const shared = await sharp(social).metadata()
    assert.deepEqual([shared.format, shared.width, shared.height], ['png', 1200, 630])
  })

  it('draws once for all who ask meanwhile, and never again', async () => {
    const { asked, go, process } = standIn(blank)
    const typesetter = openTypesetter({ blobs: memoryBlobs(), fonts, report, process })
    const both = [typesetter.cover(copy, 160), typesetter.cover(copy, 640)]
    go()
    await Promise.all(both)
    await typesetter.cover(copy, 320)
    assert.equal(asked.length, 1)
  })

  it('says that it is busy when too many wait, and draws again when they do not', async () => {
    const { go, process } = standIn(blank)
    const needs = { blobs: memoryBlobs(), fonts, report, process, mostWaiting: 1 }
    const typesetter = openTypesetter(needs)
    const first = typesetter.cover(copy, 160)
    const other = { ...copy, title: 'The Ebb' }
    await new Promise(setImmediate)
    const second = typesetter.cover(other, 160)
    setTimeout(go, 20)
    assert.equal(await second, 'busy')
    await first
    assert.notEqual(await typesetter.cover(other, 160), 'busy')
  })

  it('sends what it drew also when there is no room to keep it', async () => {
    const blobs = memoryBlobs()
    blobs.failAt(1)
    const reported: string[] = []
    const { go, process } = standIn(blank)
    go()
    const typesetter = openTypesetter({
      blobs,
      fonts,
      report: (_, where) => void reported.push(where),
      process,
    })
    assert.equal(String(await typesetter.cover(copy, 160)), 'x')
    assert.equal(reported.length, 1)
  })

  it('says whose picture could not be drawn, and tries again when asked again', async () => {
    let crashed = false
    const { asked, go, process } = standIn((drawing) => {
      if (crashed) return blank(drawing)
      crashed = true
      return null
    })
    go()
    const typesetter = openTypesetter({ blobs: memoryBlobs(), fonts, report, process })
    await assert.rejects(typesetter.cover(copy, 160), /for tide could not be typeset/)
    await typesetter.cover(copy, 160)
    assert.equal(asked.length, 2)
  })
})
