import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { kiosk, openStand, type RunningServer, visit, visitUntil } from './journey.fixture.ts'

/** What a publisher does on the command line while the stand is open, and what readers see of it. */

let root: string
let data: string
let server: RunningServer

const edition = '/en/publications/the-tide/2021-04-02'

before(
  async () => {
    root = await mkdtemp(join(tmpdir(), 'kiosk-journey-'))
    data = join(root, 'data')
    await mkdir(join(root, 'tide', '2021-04-02'), { recursive: true })
    const card = { slug: 'the-tide', title: 'The Tide', language: 'en', door: 'open' }
    await writeFile(join(root, 'tide', 'publication.json'), JSON.stringify(card))
    server = await openStand(data)
  },
  { timeout: 60_000 },
)
after(async () => {
  await server[Symbol.asyncDispose]()
  await rm(root, { recursive: true, force: true })
})

async function write(name: string, title: string, text: string): Promise<string> {
  const file = join(root, 'tide', '2021-04-02', `${name}.md`)
  const head = `id: ${name}\ntitle: ${title}\nedition: 2021-04-02\ndate: 2021-04-02T06:00:00Z\nlanguage: en`
  await writeFile(file, `---\n${head}\n---\n\n${text}\n`)
  return file
}

describe('the desk, beside the open stand', { timeout: 240_000 }, () => {
  it('imports a folder, and readers find its stories on a front page they had seen', async () => {
    assert.doesNotMatch((await visit(`${server.address}/en`)).text, /Low water/)
    await write('low-water', 'Low water at noon', 'The tide went out and forgot to come back.')
    await write('foghorn', 'The foghorn is hoarse', 'It has been blowing since Tuesday.')
    const { code, out } = await kiosk(data, 'import', join(root, 'tide'))
    assert.equal(code, 0)
    assert.match(out, /^2 new, 0 changed$/m)
    assert.match(out, /^The Tide: http\S+\/en\/publications\/the-tide$/m)
    const front = await visitUntil(`${server.address}/en`, ({ text }) => /Low water/.test(text))
    assert.match(front.text, /Low water at noon/)
    assert.match(front.text, /The foghorn is hoarse/)
  })

  it('imports the same again, and nothing changes', async () => {
    const { code, out } = await kiosk(data, 'import', join(root, 'tide'), '--json')
    assert.equal(code, 0)
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.deepEqual(lines[0], { publication: 'the-tide', title: 'The Tide', added: false })
    assert.deepEqual(lines.at(-1), { summary: { new: 0, changed: 0, unchanged: 2 } })
  })

  it('publishes what a sender changed in the place of what was there', async () => {
    const address = `${server.address}${edition}/low-water-at-noon`
    assert.match((await visit(address)).text, /forgot to come back/)
    await write('low-water', 'Low water at one', 'The tide went out and came back at one.')
    const { out } = await kiosk(data, 'import', join(root, 'tide'))
    assert.match(out, /^0 new, 1 changed, 1 unchanged$/m)
    const page = await visitUntil(address, ({ text }) => /came back at one/.test(text))
    assert.match(page.text, /Low water at one/)
    assert.doesNotMatch(page.text, /forgot to come back/)
  })

  it('corrects a story with a note that readers see', async () => {
    const text = 'It has been blowing since Monday.'
    const file = join(root, 'corrected.md')
    await writeFile(file, `---\ntitle: The foghorn is hoarse\nlanguage: en\n---\n\n${text}\n`)
    const name = 'the-tide/2021-04-02/the-foghorn-is-hoarse'
    const silent = await kiosk(data, 'correct', name, file)
    assert.equal(silent.code, 2)
    assert.match(silent.complaints, /--note/)
    const vague = await kiosk(data, 'correct', 'the-tide', file, '--note', 'Mended.')
    assert.match(vague.complaints, /"the-tide" names no single story/)
    const absent = await kiosk(data, 'correct', name, join(root, 'absent.md'), '--note', 'Mended.')
    assert.match(absent.complaints, /There is no file ".*absent\.md"/)
    assert.deepEqual([vague.code, absent.code], [2, 1])
    const note = 'It began on Monday, not on Tuesday.'
    const { code, complaints } = await kiosk(data, 'correct', name, file, '--note', note)
    assert.deepEqual([code, complaints], [0, ''])
    const address = `${server.address}${edition}/the-foghorn-is-hoarse`
    const page = await visitUntil(address, (visited) => visited.text.includes(note))
    assert.ok(page.text.includes(note))
    assert.ok(page.text.includes(text))
    assert.doesNotMatch(page.text, /since Tuesday/)
  })

  it('withdraws a story for good, and its address says so', async () => {
    const address = `${server.address}${edition}/low-water-at-noon`
    assert.equal((await visit(address)).status, 200)
    assert.equal((await kiosk(data, 'withdraw', address)).code, 0)
    const page = await visitUntil(address, ({ status }) => status === 410)
    assert.equal(page.status, 410)
    assert.doesNotMatch((await visit(`${server.address}${edition}`)).text, /Low water/)
    await write('low-water', 'Low water at two', 'The tide went out again.')
    const { out } = await kiosk(data, 'import', join(root, 'tide'))
    assert.match(out, /1 quarantined/)
    assert.equal((await visit(address)).status, 410)
    assert.equal((await kiosk(data, 'withdraw', address)).code, 1)
  })
})

describe('the command line', { timeout: 120_000 }, () => {
  it('does not poll what is not on the public internet, and does not even ask', async () => {
    let asked = 0
    const feed = createServer((_, response) => {
      asked += 1
      response.end('<rss/>')
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => feed.once('listening', resolve))
    const address = feed.address()
    assert.ok(typeof address === 'object' && address !== null)
    try {
      const here = await kiosk(data, 'feed', 'add', `http://127.0.0.1:${address.port}/feed.xml`)
      assert.equal(here.code, 1)
      assert.match(here.complaints, /is not fetched from/)
      for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '10.0.0.1']) {
        const { code, complaints } = await kiosk(data, 'feed', 'add', `http://${host}/feed.xml`)
        assert.equal(code, 1)
        assert.match(complaints, /does not lead to a machine on the public internet/)
      }
      assert.equal(asked, 0)
      assert.match((await kiosk(data, 'feed', 'list')).out, /No feeds yet/)
    } finally {
      feed.close()
    }
  })

  it('says what is wrong with a call, how to mend it, and ends with 2', async () => {
    const unknown = await kiosk(data, 'publish')
    assert.equal(unknown.code, 2)
    assert.match(unknown.complaints, /no command "publish"/)
    const door = await kiosk(data, 'import', root, '--door', 'ajar')
    assert.equal(door.code, 2)
    assert.match(door.complaints, /--door must be one of open, metered, plan/)
    const option = await kiosk(data, 'import', root, '--dor', 'open')
    assert.equal(option.code, 2)
  })

  it('says that a file is not there, and ends with 1', async () => {
    const { code, complaints } = await kiosk(data, 'import', join(root, 'nothing-here.xml'))
    assert.equal(code, 1)
    assert.match(complaints, /There is no file or folder/)
    assert.doesNotMatch(complaints, /\n +at /)
  })
})
