import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { kiosk, openStand, type RunningServer, startToEnd, visit } from './journey.fixture.ts'

/** What somebody who runs a stand meets: the first start, a mistake, a second server, the end. */

let root: string
const folder = (name: string) => join(root, name)

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'kiosk-journey-'))
})
after(() => rm(root, { recursive: true, force: true }))

describe('a first start', { timeout: 240_000 }, () => {
  let stand: RunningServer
  before(async () => {
    stand = await openStand(folder('demo'), { KIOSK_DEMO: 'yes' })
  })
  after(() => stand[Symbol.asyncDispose]())

  it('opens with the demo publications on the stand', async () => {
    const { status, text } = await visit(`${stand.address}/en/publications`)
    assert.equal(status, 200)
    for (const title of ['The Harbour Courier', 'Polder &amp; Plan', 'مرفأ الصباح']) {
      assert.ok(text.includes(title), title)
    }
  })

  it('receives a reader in the reader’s language', async () => {
    const wish = (language: string) => visit(stand.address, { 'accept-language': language })
    const dutch = await wish('nl-BE,nl;q=0.9,en;q=0.5')
    assert.deepEqual([dutch.status, dutch.headers.get('location')], [302, '/nl'])
    const arabic = await wish('ar-EG')
    assert.equal(arabic.headers.get('location'), '/ar')
    const page = await visit(`${stand.address}/ar`)
    assert.match(page.text, /<html lang="ar" dir="rtl">/)
  })

  it('leads from the front page to a story', async () => {
    const front = await visit(`${stand.address}/en`)
    const link = /href="(\/en\/publications\/[^/"]+\/[^/"]+\/[^/"]+)"/.exec(front.text)?.[1]
    assert.ok(link, 'a story on the front page')
    const story = await visit(stand.address + link)
    assert.equal(story.status, 200)
    assert.match(story.text, /<article class="story"/)
  })

  it('says that it is well', async () => {
    const { status, text } = await visit(`${stand.address}/health`)
    assert.equal(status, 200)
    assert.equal(JSON.parse(text).ok, true)
  })

  it('does not let a second server work on the same folder', async () => {
    const { code, complaints } = await startToEnd(folder('demo'))
    assert.equal(code, 1)
    assert.match(complaints, /Another Kiosk server \(process \d+\) is at work on the data folder/)
    assert.doesNotMatch(complaints, /\n +at /)
    assert.equal((await visit(`${stand.address}/health`)).status, 200)
  })
})

describe('a stand', { timeout: 120_000 }, () => {
  it('ends well when it is told to, and opens again with its folder', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const server = await openStand(folder('again'))
      assert.equal((await visit(`${server.address}/en`)).status, 200)
      assert.equal((await server.end(signal)).code, 0)
    }
  })

  it('says which folder or database cannot be opened, and why', async () => {
    await writeFile(folder('a-file'), '')
    const server = await startToEnd(folder('a-file'))
    const call = await kiosk(folder('a-file'), 'feed', 'list')
    const nowhere = { DATABASE_URL: 'postgres://kiosk:secret@127.0.0.1:1/stand' }
    const lost = await startToEnd(folder('lost'), nowhere)
    for (const { code, complaints } of [server, call, lost]) {
      assert.equal(code, 1)
      assert.match(complaints, /(?:a-file|127\.0\.0\.1:1) cannot be opened/)
      assert.doesNotMatch(complaints, /\n +at |secret/)
    }
  })

  it('lists every wrong setting at once, and changes nothing', async () => {
    const { code, complaints, out } = await startToEnd(folder('wrong'), {
      PORT: 'many',
      PUBLIC_URL: 'kiosk.example',
      DATABASE_URL: 'mysql://localhost',
      KIOSK_LANGUAGE: 'not a language',
      KIOSK_TIME_ZONE: 'Europe/Atlantis',
      KIOSK_DEMO: 'perhaps',
      KIOSK_FEED_MINUTES: '0',
      KIOSK_LOG_LEVEL: 'loud',
      KIOSK_TYPO: 'x',
    })
    assert.equal(code, 2)
    assert.equal(out, '')
    const named = complaints.match(/^ {2}- \w+/gm)?.map((line) => line.slice(4))
    assert.deepEqual(named?.sort(), [
      'DATABASE_URL',
      'KIOSK_DEMO',
      'KIOSK_FEED_MINUTES',
      'KIOSK_LANGUAGE',
      'KIOSK_LOG_LEVEL',
      'KIOSK_TIME_ZONE',
      'KIOSK_TYPO',
      'PORT',
      'PUBLIC_URL',
    ])
  })

  it('says so when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const address = other.address()
    assert.ok(typeof address === 'object' && address !== null)
    try {
      const { code, complaints } = await startToEnd(folder('taken'), { PORT: `${address.port}` })
      assert.equal(code, 1)
      assert.match(complaints, new RegExp(`^Port ${address.port} is taken`, 'm'))
    } finally {
      other.close()
    }
  })
})
