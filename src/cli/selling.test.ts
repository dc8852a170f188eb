import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Call, type Options, UsageError } from './call.ts'
import { calledStand } from './called-stand.fixture.ts'
import { edition } from './edition.ts'
import { grant } from './grant.ts'
import { plan } from './plan.ts'
import { reader } from './reader.ts'
import { voucher } from './voucher.ts'

const { stand, call } = await calledStand()

describe('selling from the command line', () => {
  it('adds a plan, prices it and retires it', async () => {
    const offered = { trial: '14', seats: '5', price: 'EUR 9.99' }
    assert.equal(await call(plan, ['add', 'GOLD'], offered), 0)
    assert.equal(await call(plan, ['add', 'gold']), 1)
    assert.equal(await call(plan, ['price', 'gold', 'EUR 99'], { per: 'year' }), 0)
    const gold = await stand.access.plans.byName('GOLD')
    assert.deepEqual([gold?.trialDays, gold?.seats], [14, 5])
    const prices = gold?.prices.map(({ per, price }) => `${per} ${price.minor}`)
    assert.deepEqual(prices, ['month 999', 'year 9900'])
    assert.equal(await call(plan, ['add', 'OLD']), 0)
    assert.equal(await call(plan, ['retire', 'old']), 0)
    assert.equal(await call(plan, ['price', 'NOBODY', 'EUR 1']), 1)
    assert.equal(await call(plan, ['list'], { json: true }), 0)
  })

  it('refuses what it cannot understand, and changes nothing', async () => {
    const wrong: readonly (readonly [(call: Call) => Promise<number>, string[], Options?])[] = [
      [plan, ['shout']],
      [plan, ['add']],
      [plan, ['add', 'NEW'], { trial: 'two weeks' }],
      [plan, ['add', 'NEW'], { seats: '6' }],
      [plan, ['add', 'NEW'], { opens: 'nowhere' }],
      [plan, ['add', 'NEW'], { price: '9,99' }],
      [plan, ['price', 'GOLD', 'EUR 1'], { per: 'week' }],
      [voucher, ['create'], { plan: 'gold' }],
      [voucher, ['create'], { plan: 'silver', months: '1' }],
      [voucher, ['create'], { plan: 'gold', months: '1', count: '10001' }],
      [voucher, ['create'], { plan: 'gold', months: '1', until: 'soon' }],
      [grant, ['add', 'ana']],
      [edition, ['price', 'the-tide']],
      [edition, ['price', 'the-tide', 'cheap']],
    ]
    for (const [command, words, options] of wrong) {
      await assert.rejects(call(command, words, options), UsageError, words.join(' '))
    }
    assert.equal(await stand.access.plans.byName('NEW'), null)
    assert.deepEqual(await stand.access.vouchers.batches(), [])
  })

  it('makes vouchers that open the plan', async () => {
    const asked = { plan: 'gold', months: '12', count: '2', note: 'library', until: '2099-01-01' }
    assert.equal(await call(voucher, ['create'], asked), 0)
    assert.equal(await call(voucher, ['list']), 0)
    const [batch] = await stand.access.vouchers.batches()
    assert.deepEqual([batch?.batch, batch?.made, batch?.redeemed], ['library', 2, 0])
    assert.equal(batch?.until?.toString(), '2099-01-01T00:00:00Z')
  })

  it('gives a right and takes it back', async () => {
    assert.equal(await call(grant, ['add', 'ana@saltmere.example']), 1)
    await call(reader, ['add', 'ana@saltmere.example'])
    const key = 'ana@saltmere.example'
    assert.equal(await call(grant, ['add', key], { opens: 'plan:gold', note: 'press' }), 0)
    const { id = '' } = (await stand.accounts.readers.byAddress(key)) ?? {}
    const [right] = await stand.access.rights.of(id, 'any', stand.desk.clock())
    assert.deepEqual([right?.from, right?.opens], ['given', { what: 'stand' }])
    const [given] = await stand.access.grants.of(id)
    assert.equal(await call(grant, ['end', given?.key ?? '']), 0)
    assert.equal(await call(grant, ['end', given?.key ?? '']), 1)
    await assert.rejects(call(grant, ['add', key], { until: '2001-01-01' }), UsageError)
  })

  it('sells no edition of a publication that is not there', async () => {
    assert.equal(await call(edition, ['price', 'the-tide', 'EUR 2.50']), 1)
    assert.equal(await call(edition, ['prices']), 0)
  })
})
