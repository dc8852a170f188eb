import assert from 'node:assert/strict'
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import sharp from 'sharp'
import { type PictureFormat, pictureFile, pictureFormats } from '#catalogue'
import { bad, good } from '#ground/outcome'
import { masterName } from './blobs.ts'
import type { CarefulClient } from './careful-client.ts'
import { memoryBlobs } from './memory-blobs.fixture.ts'
import { pictureBytes } from './picture-source.ts'
import { openPictureKeeper } from './pictures.ts'
import { openRenderings } from './renderings.ts'
// What is left open of libvips is settled where it is used.
import './decode-picture.ts'

const sea = '#204060'
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: sea } })

describe('a picture keeper', () => {
  it('keeps a picture in four widths and two formats, smaller ones in their own', async () => {
    await using stand = await keeping({ 'wide.jpg': await picture(1700, 850).jpeg().toBuffer() })
    const wide = await stand.kept('wide.jpg')
    assert.deepEqual([wide.width, wide.height, wide.widths], [1600, 800, [320, 480, 960, 1600]])
    for (const width of wide.widths) {
      for (const format of pictureFormats) {
        const found = await sharp(await stand.rendering(wide.digest, width, format)).metadata()
        assert.deepEqual([found.width, found.height], [width, width / 2])
        assert.equal(found.format, format === 'avif' ? 'heif' : format)
      }
    }
    await writeFile(join(stand.folder, 'small.png'), await picture(700, 70).png().toBuffer())
    assert.deepEqual((await stand.kept('small.png')).widths, [320, 480, 700])
    await writeFile(join(stand.folder, 'least.png'), await picture(90, 60).png().toBuffer())
    assert.deepEqual((await stand.kept('least.png')).widths, [90])
  })

  it('says what stands in for it until it has come', async () => {
    await using stand = await keeping({ 'a.png': await picture(90, 60).png().toBuffer() })
    const { tone, thumbhash } = await stand.kept('a.png')
    assert.equal(tone, sea)
    assert.ok(Buffer.from(thumbhash, 'base64').byteLength >= 5)
  })

  it('keeps a picture as it came, and renders nothing yet', async () => {
    const png = await picture(90, 60).png().toBuffer()
    await using stand = await keeping({ 'a.png': png })
    const { digest } = await stand.kept('a.png')
    assert.deepEqual(stand.masters.kept.get(masterName(digest)), png)
    assert.deepEqual(stand.blobs.puts, [`${digest}.json`])
  })

  it('does not keep a picture again that it has kept whole', async () => {
    await using stand = await keeping({ 'a.png': await picture(90, 60).png().toBuffer() })
    const first = await stand.kept('a.png')
    assert.deepEqual(await stand.kept('a.png'), first)
    assert.equal(stand.masters.puts.length, 1)
    stand.blobs.kept.set(`${first.digest}.json`, Buffer.from('{"digest":'))
    assert.deepEqual(await stand.kept('a.png'), first)
    assert.equal(stand.masters.puts.length, 2)
  })

  it('keeps a picture again whose master could not be stored', async () => {
    await using stand = await keeping({ 'a.png': await picture(90, 60).png().toBuffer() })
    stand.masters.failAt(1)
    await assert.rejects(stand.keep('a.png'), /no room/)
    assert.equal(stand.blobs.puts.length, 0, 'a story could name a picture that is not there')
    assert.deepEqual((await stand.kept('a.png')).widths, [90])
  })

  it('keeps what is transparent so, on white for its tone', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 }
    const glass = sharp({ create: { width: 90, height: 60, channels: 4, background: clear } })
    await using stand = await keeping({ 'glass.png': await glass.png().toBuffer() })
    const { digest, tone } = await stand.kept('glass.png')
    assert.equal(tone, '#ffffff')
    const { hasAlpha } = await sharp(await stand.rendering(digest, 90, 'webp')).metadata()
    assert.equal(hasAlpha, true)
  })

  it('turns printing colours into those of screens', async () => {
    const print = await picture(90, 60).toColourspace('cmyk').jpeg().toBuffer()
    assert.equal((await sharp(print).metadata()).space, 'cmyk')
    await using stand = await keeping({ 'print.jpg': print })
    const { digest } = await stand.kept('print.jpg')
    const { space } = await sharp(await stand.rendering(digest, 90, 'webp')).metadata()
    assert.equal(space, 'srgb')
  })

  it('takes grey pictures and those with sixteen bits', async () => {
    const deep = await picture(90, 60).toColourspace('rgb16').png().toBuffer()
    const grey = await picture(90, 60).toColourspace('b-w').png().toBuffer()
    await using stand = await keeping({ 'deep.png': deep, 'grey.png': grey })
    assert.equal((await stand.kept('deep.png')).tone, sea)
    assert.match((await stand.kept('grey.png')).tone, /^#(..)\1\1$/)
  })

  it('takes every kind that comes from presses and cameras', async () => {
    const kinds = ['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const
    await using stand = await keeping({})
    for (const kind of kinds) {
      await writeFile(join(stand.folder, kind), await picture(90, 60).toFormat(kind).toBuffer())
      assert.equal((await stand.kept(kind)).width, 90, kind)
    }
  })

  it('goes by what a file holds, not by its name', async () => {
    await using stand = await keeping({ 'a.gif': await picture(90, 60).jpeg().toBuffer() })
    assert.equal((await stand.kept('a.gif')).width, 90)
  })

  it('keeps the first frame of a moving picture', async () => {
    const frames = [picture(90, 60), picture(90, 60).negate()]
    const pngs = await Promise.all(frames.map((frame) => frame.png().toBuffer()))
    const gif = await sharp(pngs, { join: { animated: true } })
      .gif()
      .toBuffer()
    assert.equal((await sharp(gif).metadata()).pages, 2)
    await using stand = await keeping({ 'a.gif': gif })
    const { width, height, tone } = await stand.kept('a.gif')
    assert.deepEqual([width, height, tone], [90, 60, sea])
  })

  it('stands a picture upright and forgets where it was taken', async () => {
    const exif = { IFD0: { Copyright: 'Ada Quay' }, IFD3: { GPSLatitudeRef: 'N' } }
    const turned = picture(90, 60).withExif(exif).withMetadata({ orientation: 6 })
    const bytes = await turned.jpeg().toBuffer()
    assert.ok(bytes.includes('Ada Quay'))
    await using stand = await keeping({ 'a.jpg': bytes })
    const { digest, width, height } = await stand.kept('a.jpg')
    assert.deepEqual([width, height], [60, 90])
    for (const format of pictureFormats) {
      const rendering = await stand.rendering(digest, 60, format)
      const { exif: left, orientation } = await sharp(rendering).metadata()
      assert.deepEqual([left, orientation ?? 1], [undefined, 1])
      assert.ok(!rendering.includes('Ada Quay'))
    }
  })

  it('makes a very tall picture narrower rather than too tall to store', async () => {
    await using stand = await keeping({ 'a.png': await picture(100, 20_000).png().toBuffer() })
    const { digest, width, height } = await stand.kept('a.png')
    assert.deepEqual([width, height], [40, 8_000])
    assert.equal((await sharp(await stand.rendering(digest, 40, 'webp')).metadata()).height, 8_000)
  })
})

describe('a picture that is not kept', () => {
  it('has too many pixels, however few bytes', async () => {
    const huge = await picture(6_000, 9_000).png({ compressionLevel: 9 }).toBuffer()
    assert.ok(huge.byteLength < 1_000_000)
    await using stand = await keeping({ 'huge.png': huge })
    const refusal = await stand.refused('huge.png')
    assert.equal(refusal.code, 'image.too-large')
    assert.match(refusal.message, /54 megapixels.*at most 50/)
  })

  it('has a pixel or two', async () => {
    await using stand = await keeping({
      'beacon.gif': await picture(1, 1).gif().toBuffer(),
      'spacer.png': await picture(2, 200).png().toBuffer(),
    })
    assert.equal((await stand.refused('beacon.gif')).code, 'image.tiny')
    assert.equal((await stand.refused('spacer.png')).code, 'image.tiny')
  })

  it('is broken, cut short, empty or something else', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
    const create = { width: 400, height: 300, channels: 3, background: sea, noise } as const
    const jpeg = await sharp({ create }).jpeg().toBuffer()
    await using stand = await keeping({
      'cut.jpg': jpeg.subarray(0, jpeg.byteLength / 2),
      'empty.jpg': Buffer.alloc(0),
      'page.jpg': Buffer.from('<!doctype html><p>Not found'),
      'words.jpg': Buffer.from('the boats lay down'),
    })
    for (const file of ['cut.jpg', 'empty.jpg', 'page.jpg', 'words.jpg']) {
      assert.equal((await stand.refused(file)).code, 'image.bad', file)
    }
    assert.match((await stand.refused('page.jpg')).message, /page of text/)
    assert.deepEqual([...stand.masters.puts, ...stand.blobs.puts], [])
  })

  it('is an SVG, under any name and in any spelling', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    await using stand = await keeping({
      'a.svg': Buffer.from(svg),
      'b.png': Buffer.from(`\uFEFF<?xml version="1.0"?>\n<!-- tide -->\n${svg}`),
      'c.png': Buffer.from(svg.replace('<svg', '<s:svg')),
      'd.png': Buffer.from(`\uFEFF${svg}`, 'utf16le'),
    })
    for (const file of ['a.svg', 'b.png', 'c.png', 'd.png']) {
      assert.equal((await stand.refused(file)).code, 'image.svg', file)
    }
    const { code } = await stand.refused(`data:image/svg+xml,${encodeURIComponent(svg)}`)
    assert.equal(code, 'image.svg')
    await assert.rejects(sharp(Buffer.from(svg)).metadata(), 'nothing else could open one either')
  })

  it('lies outside the folder of its story', async () => {
    await using stand = await keeping({ 'secret.png': await picture(90, 60).png().toBuffer() })
    const below = join(stand.folder, 'edition')
    await mkdir(below)
    await symlink(join(stand.folder, 'secret.png'), join(below, 'link.png'))
    await symlink(stand.folder, join(below, 'up'))
    const delivery = join(below, 'story.md')
    const ways = [
      '../secret.png',
      join(stand.folder, 'secret.png'),
      `file://${stand.folder}/secret.png`,
      'link.png',
      'up/secret.png',
      '/etc/hostname',
      '../no-such.png',
      'ftp://a.example/a.png',
      'a\0.png',
    ]
    for (const way of ways) {
      const got = await stand.keeper.keep(way, delivery)
      assert.equal(got.ok ? 'kept' : got.reason.code, 'image.outside', way)
    }
    for (const path of ['/etc/hostname', 'package.json']) {
      const got = await stand.keeper.keep(path, 'https://feeds.example/rss')
      assert.equal(got.ok ? 'kept' : got.reason.code, 'image.outside', path)
    }
  })

  it('is not there, or is a folder', async () => {
    await using stand = await keeping({ 'a/b.png': await picture(90, 60).png().toBuffer() })
    assert.equal((await stand.refused('no.png')).code, 'image.missing')
    assert.equal((await stand.refused('a')).code, 'image.bad')
  })
})

describe('a picture from elsewhere', () => {
  it('is read from a data: address, up to two megabytes', async () => {
    await using stand = await keeping({})
    const png = await picture(90, 60).png().toBuffer()
    const { width } = await stand.kept(`data:image/png;base64,${png.toString('base64')}`)
    assert.equal(width, 90)
    const large = Buffer.alloc(2_000_001).toString('base64')
    assert.equal((await stand.refused(`data:image/png;base64,${large}`)).code, 'image.too-large')
    assert.equal((await stand.refused('data:image/png;base64,*')).code, 'image.bad')
  })

  it('is fetched by the careful client, whose refusals are passed on', async () => {
    await using stand = await keeping({})
    const png = await picture(90, 60).png().toBuffer()
    stand.web.set('https://pictures.example/a', png)
    assert.equal((await stand.kept('https://pictures.example/a')).width, 90)
    assert.deepEqual(await stand.refused('https://pictures.example/b'), {
      code: 'link.refused',
      message: 'nothing there',
    })
  })
})

it('asks a second time for a picture whose server was not well, and not for one that is gone', async () => {
  const png = await picture(90, 60).png().toBuffer()
  const asked: string[] = []
  const none = { contentType: null, etag: null, lastModified: null, movedForGood: false }
  const client: CarefulClient = {
    async fetch(address) {
      asked.push(address)
      const status = address.endsWith('gone') ? 404 : 503
      if (status === 404 || asked.length === 1) {
        return bad({ code: 'fetch.failed', message: 'Not now.', status })
      }
      return good({ bytes: png, status: 200, address, ...none })
    },
  }
  const passing = await pictureBytes(client, 'https://pictures.example/a', '/x')
  assert.equal(passing.ok, true)
  assert.equal(asked.length, 2)
  assert.equal((await pictureBytes(client, 'https://pictures.example/gone', '/x')).ok, false)
  assert.equal(asked.length, 3)
})

/** A keeper over a folder of files, an internet of a few addresses, and blobs in memory. */
async function keeping(files: Readonly<Record<string, Uint8Array>>) {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'kiosk-pictures-'))
  for (const [file, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), bytes)
  }
  const web = new Map<string, Uint8Array>()
  const client: CarefulClient = {
    fetch: async (address) => {
      const bytes = web.get(address)
      const none = { contentType: null, etag: null, lastModified: null, movedForGood: false }
      return bytes === undefined
        ? bad({ code: 'link.refused', message: 'nothing there', status: null })
        : good({ bytes, status: 200, address, ...none })
    },
  }
  const [blobs, masters] = [memoryBlobs(), memoryBlobs()]
  const keeper = openPictureKeeper({ client, blobs, masters })
  const keep = (from: string) => keeper.keep(from, join(folder, 'story.md'))
  const report = (error: unknown) => assert.fail(String(error))
  const renderings = openRenderings({ blobs, masters, report })
  return {
    folder,
    web,
    blobs,
    masters,
    keeper,
    keep,
    async rendering(digest: string, width: number, format: PictureFormat) {
      const bytes = await renderings.read(pictureFile(digest, width, format))
      assert.ok(bytes !== null && bytes !== 'busy', `no ${format} of ${width}`)
      return Buffer.from(bytes)
    },
    async kept(from: string) {
      const got = await keep(from)
      assert.ok(got.ok, got.ok ? '' : got.reason.message)
      return got.value
    },
    async refused(from: string) {
      const got = await keep(from)
      assert.ok(!got.ok, 'it was kept')
      return got.reason
    },
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true })
    },
  }
}
