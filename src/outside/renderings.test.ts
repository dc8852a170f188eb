import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pictureFile } from '#catalogue'
import { digestOf } from '#ground/digest'
import { bad, good } from '#ground/outcome'
import { masterName } from './blobs.ts'
import { memoryBlobs } from './memory-blobs.fixture.ts'
import { writeFacts } from './picture-facts.ts'
import type { PictureProcess } from './picture-process.ts'
import { openRenderings } from './renderings.ts'

const always = new AbortController().signal

describe('a rendering', { timeout: 10_000 }, () => {
  it('is made when it is first asked for, kept, and not made again', async () => {
    const shop = await workshop()
    const name = await shop.keep('boats')
    assert.equal(String(await shop.renderings.read(name)), 'boats in 320 avif')
    assert.equal(String(shop.blobs.kept.get(name)), 'boats in 320 avif')
    assert.equal(String(await shop.renderings.read(name)), 'boats in 320 avif')
    assert.deepEqual(shop.made, ['boats 320 avif'])
  })

  it('is made once for two who ask at the same time, also while it is made at leisure', async () => {
    const shop = await workshop()
    const name = await shop.keep('boats')
    const finished = shop.renderings.finish(digestOf('boats'), always)
    const asked = await Promise.all([shop.renderings.read(name), shop.renderings.read(name)])
    assert.deepEqual(asked.map(String), ['boats in 320 avif', 'boats in 320 avif'])
    assert.equal(await finished, 'whole')
    assert.deepEqual(shop.made.toSorted(), ['boats 320 avif', 'boats 320 webp'])
  })

  it('is of a width that its stories name, of a picture that was kept', async () => {
    const shop = await workshop()
    await shop.keep('boats')
    for (const name of [
      pictureFile(digestOf('boats'), 321, 'avif'),
      pictureFile(digestOf('gulls'), 320, 'avif'),
      masterName(digestOf('boats')),
      `${digestOf('boats')}.jpeg`,
    ]) {
      assert.equal(await shop.renderings.read(name), null, name)
    }
    assert.deepEqual(shop.made, [])
  })

  it('is refused as busy when too many wait, and made once there is room', async () => {
    const shop = await workshop({ mostWaiting: 2 })
    const names = [await shop.keep('a'), await shop.keep('b'), await shop.keep('c')]
    const hold = shop.hold()
    const [a, b] = names.slice(0, 2).map((name) => shop.renderings.read(name))
    await turns()
    const third = names[2] ?? ''
    assert.equal(await shop.renderings.read(third), 'busy')
    const joined = shop.renderings.read(names[0] ?? '')
    hold.release()
    assert.deepEqual((await Promise.all([a, b, joined])).map(String), [
      'a in 320 avif',
      'b in 320 avif',
      'a in 320 avif',
    ])
    assert.equal(String(await shop.renderings.read(third)), 'c in 320 avif')
  })

  it('is none, with one report, when its master has gone bad or is gone', async () => {
    const shop = await workshop()
    const name = await shop.keep('boats')
    shop.masters.kept.set(masterName(digestOf('boats')), Buffer.from('noise'))
    assert.equal(await shop.renderings.read(name), null)
    assert.equal(await shop.renderings.read(name), null)
    assert.equal(await shop.renderings.finish(digestOf('boats'), always), 'no-master')
    assert.equal(shop.reported.length, 1)
    assert.match(shop.reported[0] ?? '', /MasterError: The kept picture .* cannot be rendered/)

    const gone = await shop.keep('gulls')
    shop.masters.kept.clear()
    assert.equal(await shop.renderings.read(gone), null)
    assert.equal(shop.reported.length, 2)
    assert.equal(shop.blobs.kept.size, 2, 'nothing but facts was stored')
  })

  it('is sent to who asked also when the disk has no room for it', async () => {
    const shop = await workshop()
    const name = await shop.keep('boats')
    shop.blobs.failAt(2)
    assert.equal(String(await shop.renderings.read(name)), 'boats in 320 avif')
    assert.match(shop.reported[0] ?? '', /no room/)
    assert.equal(shop.blobs.kept.has(name), false)
  })
})

describe('finishing a picture', () => {
  it('makes what is missing, and then lets its master go', async () => {
    const shop = await workshop()
    const name = await shop.keep('boats')
    await shop.renderings.read(name)
    assert.deepEqual(await shop.renderings.unfinished(), [digestOf('boats')])
    assert.equal(await shop.renderings.finish(digestOf('boats'), always), 'whole')
    assert.deepEqual(shop.made, ['boats 320 avif', 'boats 320 webp'])
    assert.deepEqual(await shop.renderings.unfinished(), [])
    assert.equal(String(await shop.renderings.read(name)), 'boats in 320 avif')
  })

  it('keeps the master until every rendering is stored', async () => {
    const shop = await workshop()
    await shop.keep('boats')
    shop.blobs.failAt(3)
    assert.equal(await shop.renderings.finish(digestOf('boats'), always), 'not-stored')
    assert.deepEqual(await shop.renderings.unfinished(), [digestOf('boats')])
    assert.equal(await shop.renderings.finish(digestOf('boats'), always), 'whole')
  })

  it('steps back for what readers wait for, and ends when it is told to', async () => {
    const shop = await workshop()
    const name = await shop.keep('boats')
    await shop.keep('gulls')
    const hold = shop.hold()
    const asked = shop.renderings.read(name)
    await turns()
    const stop = new AbortController()
    const finishing = shop.renderings.finish(digestOf('gulls'), stop.signal)
    await turns()
    assert.deepEqual(shop.made, ['boats 320 avif'])
    stop.abort()
    hold.release()
    await asked
    assert.equal(await finishing, 'interrupted')
    assert.deepEqual(shop.made, ['boats 320 avif'])
  })

  it('knows nothing of a picture that was not kept to its end', async () => {
    const shop = await workshop()
    await shop.masters.put(masterName(digestOf('boats')), Buffer.from('boats'))
    assert.equal(await shop.renderings.finish(digestOf('boats'), always), 'no-master')
    assert.deepEqual(await shop.renderings.unfinished(), [digestOf('boats')])
  })
})

it('serves renderings of a folder from before as they are, without a master', async () => {
  const shop = await workshop()
  const name = await shop.keep('boats')
  shop.masters.kept.clear()
  shop.blobs.kept.set(name, Buffer.from('made long ago'))
  assert.equal(String(await shop.renderings.read(name)), 'made long ago')
  assert.deepEqual(shop.made, [])
})

/** Lets everything that is ready to go on do so. */
const turns = () => new Promise((resolve) => setImmediate(resolve))

/** Renderings over blobs in memory; pictures are words, and so is what is made of them. */
async function workshop(given: { readonly mostWaiting?: number } = {}) {
  const [blobs, masters] = [memoryBlobs(), memoryBlobs()]
  const made: string[] = []
  const reported: string[] = []
  let open: Promise<void> = Promise.resolve()
  const process: PictureProcess = {
    check: async () => assert.fail('nothing is checked here'),
    async render(master, { digest, width, format }) {
      made.push(`${Buffer.from(master)} ${width} ${format}`)
      await open
      if (digestOf(master) !== digest) return bad({ code: 'image.bad', message: 'Noise.' })
      return good(Buffer.from(`${Buffer.from(master)} in ${width} ${format}`))
    },
  }
  const report = (error: unknown) => void reported.push(String(error))
  const processes = { soon: process, atLeisure: process }
  return {
    blobs,
    masters,
    made,
    reported,
    renderings: openRenderings({ blobs, masters, report, ...processes, ...given }),
    /** Keeps a picture of one width and tells the name of its AVIF rendering. */
    async keep(text: string) {
      const digest = digestOf(text)
      await masters.put(masterName(digest), Buffer.from(text))
      const facts = { width: 320, height: 200, widths: [320], thumbhash: '', tone: '#808080' }
      await writeFacts(blobs, { digest, ...facts })
      return pictureFile(digest, 320, 'avif')
    },
    /** Nothing is finished until this is released. */
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      open = promise
      return { release: resolve }
    },
  }
}
