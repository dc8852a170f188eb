import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openGoldStand } from '../../gold.fixture.ts'
import { standWith } from '../../stand.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'

const edition = 'harbour-courier/2025-05-20'
const asJson = { accept: 'application/json' }

const openQueue = async () => {
  const gold = await openGoldStand()
  const ana = await gold.reader()
  const change = (fields: Readonly<Record<string, string>>) => ana.post('/en/queue', fields)
  const queued = async () => {
    const { stories } = await (await ana.get('/en/queue', asJson)).json()
    return stories.map(({ name }: { name: string }) => name.replace(`${edition}/`, '')).join(' ')
  }
  return { gold, ana, change, queued, [Symbol.asyncDispose]: gold[Symbol.asyncDispose] }
}

describe('a queue', () => {
  it('is changed by forms, and stands in the reader’s order', async () => {
    await using queue = await openQueue()
    const { ana, change, queued } = queue
    const added = await change({ does: 'add', story: `${edition}/night-ferry-saved` })
    assert.deepEqual([added.status, added.headers.get('location')], [303, '/en/queue'])
    await change({ does: 'add', story: `${edition}/bakery-closes\r\n${edition}/emoji` })
    assert.equal(await queued(), 'night-ferry-saved bakery-closes emoji')
    await change({ does: 'up', story: `${edition}/emoji` })
    assert.equal(await queued(), 'night-ferry-saved emoji bakery-closes')
    await change({ does: 'down', story: `${edition}/night-ferry-saved` })
    assert.equal(await queued(), 'emoji night-ferry-saved bakery-closes')
    await change({ does: 'down', story: `${edition}/bakery-closes` })
    await change({ does: 'up', story: `${edition}/emoji` })
    assert.equal(await queued(), 'emoji night-ferry-saved bakery-closes')
    const before = { before: `${edition}/emoji` }
    await change({ does: 'before', story: `${edition}/bakery-closes`, ...before })
    await change({ does: 'remove', story: `${edition}/night-ferry-saved` })
    assert.equal(await queued(), 'bakery-closes emoji')
    const page = await (await ana.get('/nl/queue')).text()
    assert.match(page, /2 artikelen, ongeveer 2 minuten luisteren/)
    assert.match(page, /aria-label="Omhoog: The bakery that never closes is closing for a day"/)
    await change({ does: 'clear' })
    assert.match(
      await (await ana.get('/nl/queue')).text(),
      /class="nothing" *>.*Er staat niets klaar/s,
    )
  })

  it('takes a whole edition, and no story that was withdrawn or is not there', async () => {
    await using queue = await openQueue()
    const { gold, change, queued } = queue
    await change({ does: 'add', edition })
    assert.match(await queued(), /^night-ferry-saved bakery-closes .* emoji$/)
    await change({ does: 'clear' })
    await change({ does: 'add', story: `${edition}/taken-back\n${edition}/nowhere\n../../x\n\n` })
    assert.equal(await queued(), '')
    await change({ does: 'add', story: `${edition}/emoji` })
    gold.stand.withdraw('emoji')
    assert.equal(await queued(), '')
    assert.equal((await change({ does: 'add', edition: 'harbour-courier/nowhere' })).status, 303)
  })

  it('tells a script whether it was changed', async () => {
    await using queue = await openQueue()
    const { ana } = queue
    const story = `${edition}/emoji`
    const answers = [
      { does: 'add', story },
      { does: 'spin', story },
      { does: 'up', story: 'x' },
    ]
    const statuses = []
    for (const fields of answers) {
      statuses.push((await ana.post('/en/queue', fields, asJson)).status)
    }
    assert.deepEqual(statuses, [204, 400, 204])
  })

  it('of a stranger is in their browser: the stand keeps none, and leads to sign in', async () => {
    const visit = visitTo(standWith())
    const ours = { origin: 'https://stand.example' }
    const body = new URLSearchParams({ does: 'add', edition })
    const sent = await visit('/en/queue', { method: 'POST', headers: ours, body })
    assert.deepEqual(
      [sent.status, sent.headers.get('location')],
      [303, '/en/sign-in?return=%2Fen%2Fqueue'],
    )
    const scripted = { ...ours, ...asJson }
    const told = await visit('/en/queue', { method: 'POST', headers: scripted, body })
    assert.equal(told.status, 401)
    const page = await visit('/en/queue')
    assert.equal(page.headers.get('cache-control'), 'private, no-store')
    assert.match(await page.text(), /log in to have one/)
    const elsewhere = { origin: 'https://elsewhere.example' }
    const foreign = await visit('/en/queue', { method: 'POST', headers: elsewhere, body })
    assert.equal(foreign.status, 403)
  })
})
