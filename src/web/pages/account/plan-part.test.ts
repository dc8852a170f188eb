import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { SeenContract, SubscriptionEvent } from '#access'
import { selling } from '../../access.fixture.ts'
import { openGoldStand } from '../../gold.fixture.ts'

const paidAt = Temporal.Instant.from('2025-05-20T09:00:00Z')
const until = Temporal.Instant.from('2025-06-20T09:00:00Z')
const price = { minor: 999, currency: 'EUR' }

/** A month of GOLD that was paid this morning and goes on by itself. */
const contract: SeenContract = {
  ...{ ref: 'sub_1', customer: 'cus_1', per: 'month', price, renews: true, over: false },
  ...{ failingSince: null, nextChargeAt: until },
  terms: [
    {
      ...{ key: 'ch_1', paidAt, since: paidAt, until, amount: price },
      ...{ refunded: 0, refundedAt: null },
    },
  ],
}
const bought: SubscriptionEvent = { kind: 'seen', at: paidAt, ask: 1, contract }

/** A shop of which no page here asks anything. */
const { shop: nothingAsked } = selling({})

const wordsOf = async (answer: Response) =>
  (await answer.text())
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replaceAll('\u00a0', ' ')

/** The fields of the form on a page that leads to this address. */
function fieldsTo(page: string, action: string): Record<string, string> {
  const form = page.split('<form').find((one) => one.includes(`action="${action}"`)) ?? ''
  const hidden = form.matchAll(/name="([^"]*)" value="([^"]*)"/g)
  return Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]))
}

async function subscriber() {
  const stand = await openGoldStand()
  const ana = await stand.reader()
  const whose = { readerId: ana.id, planId: stand.gold.id }
  await stand.access.subscriptions.tell(whose, bought)
  return { stand, ana }
}

describe('the plan on the account page', () => {
  it('says that there is none, and where to get one', async () => {
    await using stand = await openGoldStand()
    const said = await wordsOf(await (await stand.reader()).get('/nl/account'))
    assert.match(said, /Je hebt geen abonnement bij The Corner Stand\./)
    assert.match(said, /Een tegoedbon inwisselen/)
  })

  it('comes before everything else, for whoever wants to stop it', async () => {
    const { stand, ana } = await subscriber()
    await using _ = stand
    const page = await (await ana.get('/nl/account?done=saved')).text()
    const [, first = ''] = page.split(/<section><h2>/)
    assert.match(first, /^Je abonnement<.*GOLD opzeggen/s)
    assert.match(page, /<\/header><p class="done-words"[^>]*>[^<]+<\/p><section>/)
  })

  it('says how a trial ends, and when it has', async () => {
    await using stand = await openGoldStand()
    const ana = await stand.reader()
    await ana.post('/nl/plans/trial', { plan: 'GOLD' })
    const on = await wordsOf(await ana.get('/nl/account'))
    assert.match(on, /gratis proefperiode van GOLD loopt tot 3 juni 2025\. Hij stopt vanzelf/)
    stand.wait({ hours: 15 * 24 })
    const over = await wordsOf(await (await stand.reader()).get('/nl/account'))
    assert.match(over, /GOLD is op 3 juni 2025 afgelopen\./)
  })

  it('says of VAT what whoever runs the stand says, as long as something will be charged', async () => {
    const { stand, ana } = await subscriber()
    await using _ = stand
    const said = async () => wordsOf(await ana.get('/nl/account'))
    assert.doesNotMatch(await said(), /btw/)
    Object.assign(stand.stand.needs.settings, { vat: 'included' })
    assert.match(await said(), /volgende afschrijving is € 9,99.*De prijzen zijn inclusief btw\./s)
    const page = await (await ana.get('/nl/account')).text()
    await ana.post('/nl/account/plan', fieldsTo(page, '/nl/account/plan'))
    assert.doesNotMatch(await said(), /btw/)
  })

  it('says the next charge and its day, and cancels in one step, once', async () => {
    const { stand, ana } = await subscriber()
    await using _ = stand
    const page = await (await ana.get('/nl/account')).text()
    const fields = fieldsTo(page, '/nl/account/plan')
    assert.match(
      await wordsOf(await ana.get('/nl/account')),
      /De volgende afschrijving is € 9,99, op 20 juni 2025\..*GOLD opzeggen.*€ 9,99 betaald voor GOLD/s,
    )
    const answer = await ana.post('/nl/account/plan', fields)
    assert.equal(answer.headers.get('location'), '/nl/account?done=cancelled#done')
    const after = await ana.get('/nl/account?done=cancelled')
    const said = await wordsOf(after)
    assert.match(
      said,
      /Opgezegd\..*GOLD is voor je open tot 20 juni 2025\..*vanzelf laten doorgaan/s,
    )
    const again = await ana.post('/nl/account/plan', fields)
    assert.equal(again.headers.get('location'), '/nl/account?done=nothing-changed#done')
  })

  it('says until when it stays open while a payment fails, and how the card is changed', async () => {
    await using stand = await openGoldStand(undefined, () => nothingAsked ?? assert.fail())
    const { id } = await stand.reader()
    const whose = { readerId: id, planId: stand.gold.id }
    await stand.access.subscriptions.tell(whose, bought)
    stand.wait({ hours: 32 * 24 })
    const ana = await stand.reader()
    const said = await wordsOf(await ana.get('/nl/account'))
    assert.match(
      said,
      /betaling voor GOLD is niet gelukt\..* tot 27 juni 2025 blijft GOLD voor je open\./,
    )
    assert.match(said, /onder ‘Kaarten en facturen’\..*Kaarten en facturen/s)
  })

  it('withdraws in two steps, of which the first does nothing', async () => {
    const { stand, ana } = await subscriber()
    await using _ = stand
    const page = await (await ana.get('/nl/account')).text()
    const [, path = ''] = /href="(\/nl\/account\/withdraw[^"]*)"/.exec(page) ?? []
    const first = await ana.get(path)
    const step = await first.text()
    assert.match(step.replaceAll('\u00a0', ' '), /je krijgt € 9,99 terug/)
    assert.match(await wordsOf(await ana.get('/nl/account')), /De volgende afschrijving/)
    const done = await ana.post('/nl/account/withdraw', fieldsTo(step, '/nl/account/withdraw'))
    assert.equal(done.headers.get('location'), '/nl/account?done=withdrawn#done')
    assert.match(await wordsOf(await ana.get('/nl/account')), /GOLD is op 20 mei 2025 afgelopen/)
  })

  it('changes nothing that is somebody else’s', async () => {
    const { stand, ana } = await subscriber()
    await using _ = stand
    const page = await (await ana.get('/nl/account')).text()
    const bo = await stand.reader('bo@saltmere.example')
    const answer = await bo.post('/nl/account/plan', fieldsTo(page, '/nl/account/plan'))
    assert.equal(answer.headers.get('location'), '/nl/account?done=nothing-changed#done')
    assert.match(await wordsOf(await ana.get('/nl/account')), /De volgende afschrijving/)
  })
})
