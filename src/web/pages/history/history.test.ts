import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { OpenedLog } from '#reading'
import { openGoldStand } from '../../gold.fixture.ts'
import type { Theirs } from '../../needs.ts'

const edition = 'harbour-courier/2025-05-20'
const at = (story: string) => `/en/publications/${edition}/${story}`

const isKeeping = (theirs: Theirs): theirs is Theirs & Pick<OpenedLog, 'keep'> => 'keep' in theirs

const openHistory = async () => {
  const gold = await openGoldStand()
  const { theirs } = gold.stand.needs
  assert.ok(isKeeping(theirs))
  const ana = await gold.reader()
  const open = async (story: string, more?: Readonly<Record<string, string>>) => {
    await (await ana.get(at(story), more)).text()
    await theirs.keep()
  }
  const history = async () => (await ana.get('/en/history')).text()
  const change = (fields: Readonly<Record<string, string>>) => ana.post('/en/history', fields)
  return {
    gold,
    ana,
    theirs,
    open,
    history,
    change,
    [Symbol.asyncDispose]: gold[Symbol.asyncDispose],
  }
}

describe('a history', () => {
  it('is kept of nobody who did not ask for it', async () => {
    await using opened = await openHistory()
    const { open, history, change } = opened
    await open('night-ferry-saved')
    assert.match(await history(), /It is not kept\./)
    await change({ does: 'begin' })
    assert.doesNotMatch(await history(), /night-ferry-saved/)
  })

  it('holds what was opened, the whole or the lead, by its day, until it is turned off', async () => {
    await using opened = await openHistory()
    const { gold, ana, open, history, change } = opened
    await change({ does: 'begin' })
    await open('night-ferry-saved')
    await open('emoji')
    await open('bakery-closes', { 'sec-purpose': 'prefetch' })
    await ana.head(at('long-headline'))
    const page = await history()
    assert.match(page, /<time datetime="2025-05-20">Tuesday\b/)
    for (const story of ['night-ferry-saved', 'emoji']) assert.ok(page.includes(at(story)), story)
    for (const story of ['bakery-closes', 'long-headline']) assert.ok(!page.includes(at(story)))
    gold.wait({ hours: 20 })
    await open('emoji')
    assert.match(await history(), /datetime="2025-05-21"/)
    await change({ does: 'end' })
    await open('bakery-closes')
    const after = await history()
    assert.ok(after.includes(at('emoji')) && !after.includes(at('bakery-closes')))
    assert.match(after, /stays here until you erase it/)
  })

  it('is kept when a page comes ready from memory as well', async () => {
    await using opened = await openHistory()
    const { gold, ana, open, history, change } = opened
    await ana.post('/en/plans/voucher', { code: await gold.voucher(1) })
    await open('night-ferry-saved')
    await open('night-ferry-saved')
    await change({ does: 'begin' })
    await open('night-ferry-saved')
    assert.ok((await history()).includes(at('night-ferry-saved')))
  })

  it('is erased, one story or all, and with it what was about to be kept', async () => {
    await using opened = await openHistory()
    const { ana, theirs, open, history, change } = opened
    await change({ does: 'begin' })
    await open('night-ferry-saved')
    await open('emoji')
    await change({ erase: `${edition}/emoji` })
    const left = await history()
    assert.ok(left.includes(at('night-ferry-saved')) && !left.includes(at('emoji')))
    await (await ana.get(at('emoji'))).text()
    await change({ does: 'erase-all' })
    await theirs.keep()
    assert.doesNotMatch(await history(), /night-ferry-saved|emoji/)
  })
})
