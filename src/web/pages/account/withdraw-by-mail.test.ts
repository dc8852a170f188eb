import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type SeenContract, withdrawalToken } from '#access'
import { openGoldStand } from '../../gold.fixture.ts'
import { localesOf } from '../../languages/locales.ts'

const paidAt = Temporal.Instant.from('2025-05-20T09:00:00Z')
const until = Temporal.Instant.from('2025-06-20T09:00:00Z')
const end = Temporal.Instant.from('2025-06-03T22:00:00Z')
const price = { minor: 999, currency: 'EUR' }
const ours = { 'sec-fetch-site': 'same-origin' }

const contract: SeenContract = {
  ...{ ref: 'sub_1', customer: 'cus_1', per: 'month', price, renews: true, over: false },
  ...{ failingSince: null, nextChargeAt: until },
  terms: [
    {
      ...{ key: 'in_1', paidAt, since: paidAt, until, amount: price },
      ...{ refunded: 0, refundedAt: null },
    },
  ],
}

const wordsOf = async (answer: Response) =>
  (await answer.text())
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replaceAll('\u00a0', ' ')

/** A subscriber, and the path of the link in the mail about their payment. */
async function subscriber() {
  const stand = await openGoldStand()
  const ana = await stand.reader()
  const whose = { readerId: ana.id, planId: stand.gold.id }
  const tell = (changed: Partial<SeenContract> = {}, ask = 1) =>
    stand.access.subscriptions.tell(whose, {
      ...{ kind: 'seen', at: paidAt, ask },
      contract: { ...contract, ...changed },
    })
  const { subscription } = await tell()
  const { keys } = stand.stand.needs.accounts
  const linkOf = (payment: string) =>
    withdrawalToken(keys, { subscription: subscription.id, payment, until: end })
  const path = `/nl/withdraw/${linkOf('in_1')}`
  const press = (where = path) => stand.visit(where, { method: 'POST', headers: ours })
  const terms = async () => (await stand.access.subscriptions.of(ana.id))[0]?.terms ?? []
  return { ...stand, ana, path, press, terms, tell, linkOf }
}

describe('withdrawing by the link of a mail', () => {
  it('says what will happen, to somebody who is not signed in, and does it when they press', async () => {
    await using stand = await subscriber()
    const page = await stand.visit(stand.path)
    assert.deepEqual([page.status, page.headers.get('cache-control')], [200, 'private, no-store'])
    const said = await wordsOf(page)
    assert.match(said, /GOLD herroepen.*je krijgt € 9,99 terug/s)
    assert.match(said, /betaling van 20 mei 2025\. Je kunt tot en met 3 juni 2025 herroepen/)
    assert.doesNotMatch(said, /saltmere\.example/)
    const pressed = await stand.press()
    assert.deepEqual([pressed.status, pressed.headers.get('location')], [303, stand.path])
    const done = await wordsOf(await stand.visit(stand.path))
    assert.match(done, /op dit moment binnen: 20 mei 2025 om 12:00:00/)
    assert.ok((await stand.terms())[0]?.withdrawnAt)
    const account = await wordsOf(await stand.ana.get('/nl/account'))
    assert.match(account, /GOLD is op 20 mei 2025 afgelopen/)
  })

  it('changes nothing when a program fetches it, however, or from another page', async () => {
    await using stand = await subscriber()
    for (const method of ['GET', 'HEAD', 'GET', 'OPTIONS'])
      await stand.visit(stand.path, { method })
    const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    const foreign = await stand.visit(stand.path, { method: 'POST', headers })
    assert.equal(foreign.status, 403)
    assert.equal((await stand.terms())[0]?.withdrawnAt, null)
  })

  it('withdraws once, however often it is pressed', async () => {
    await using stand = await subscriber()
    await Promise.all([stand.press(), stand.press(), stand.press()])
    const [first] = await stand.terms()
    stand.wait({ hours: 1 })
    await stand.press()
    const [again] = await stand.terms()
    assert.ok(first?.withdrawnAt && again?.withdrawnAt?.equals(first.withdrawnAt))
  })

  it('is for its own payment, and not for one that came later', async () => {
    await using stand = await subscriber()
    await stand.access.subscriptions.tell(
      { readerId: stand.ana.id, planId: stand.gold.id },
      {
        ...{ kind: 'paid', at: paidAt, per: 'year' },
        payment: { key: 'pi_2', paidAt, amount: price, refunded: 0, refundedAt: null },
      },
    )
    await stand.press()
    const terms = await stand.terms()
    const withdrawn = terms.filter(({ withdrawnAt }) => withdrawnAt !== null)
    assert.deepEqual(
      withdrawn.map(({ key }) => key),
      ['in_1'],
    )
  })

  it('is of no use when its days are over, when it was changed, or when the money is back', async () => {
    await using stand = await subscriber()
    const useless = async (path: string) => {
      const answer = await stand.visit(path)
      assert.equal(answer.status, 410, path)
      assert.match(await wordsOf(answer), /Hier valt niets te herroepen.*Er is niets veranderd/s)
      assert.equal((await stand.press(path)).status, 303)
      assert.equal((await stand.terms())[0]?.withdrawnAt, null)
    }
    await useless('/nl/withdraw/x')
    await useless(`${stand.path.slice(0, -3)}abc`)
    await useless(`/nl/withdraw/${stand.linkOf('in_2')}`)
    stand.wait({ hours: 24 * 15 })
    await useless(stand.path)
    const [term] = contract.terms
    assert.ok(term)
    stand.wait({ hours: -24 * 15 })
    await stand.tell({ terms: [{ ...term, refunded: 999, refundedAt: paidAt }] }, 2)
    await useless(stand.path)
  })

  it('speaks every language', async () => {
    await using stand = await subscriber()
    for (const { name } of localesOf({ pseudoLocales: false })) {
      const path = stand.path.replace('/nl/', `/${name}/`)
      assert.doesNotMatch(await wordsOf(await stand.visit(path)), /\{\$|undefined|Invalid/)
    }
  })
})
