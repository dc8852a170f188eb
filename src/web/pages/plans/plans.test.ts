import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { SeenContract } from '#access'
import { goldOffer, nothingSold, offering, selling } from '../../access.fixture.ts'
import { addresses, href } from '../../addresses.ts'
import { openGoldStand } from '../../gold.fixture.ts'
import type { AppNeeds, WebSettings } from '../../needs.ts'
import { standWith } from '../../stand.fixture.ts'
import { nightFerry, visitTo } from '../../visit.fixture.ts'

const { shop: nothingAsked } = selling({})
const mainOf = (page: string) => /<main[^>]*>.*<\/main>/s.exec(page)?.[0] ?? ''

const paidAt = Temporal.Instant.from('2025-05-20T09:00:00Z')
const until = Temporal.Instant.from('2025-06-20T09:00:00Z')
const price = { minor: 999, currency: 'EUR' }
const term = { key: 'ch_1', paidAt, since: paidAt, until, amount: price }
/** A month of GOLD that goes on by itself. */
const contract: SeenContract = {
  ...{ ref: 'sub_1', customer: 'cus_1', per: 'month', price, renews: true, over: false },
  ...{ failingSince: null, nextChargeAt: until },
  terms: [{ ...term, refunded: 0, refundedAt: null }],
}

const plansIn = async (
  locale: string,
  access: AppNeeds['access'] = nothingSold,
  settings: Partial<WebSettings> = {},
) => {
  const stand = standWith({ settings, changed: { access } })
  const page = await (await visitTo(stand)(`/${locale}/plans`)).text()
  return page.replace(/<[^>]*>/g, ' ').replace(/[\u2066-\u2069]/g, '')
}

describe('the page about plans', () => {
  it('says the price, the end of the trial and how to stop, in whole sentences', async () => {
    const said = await plansIn('nl', selling({}, goldOffer))
    for (const sentence of [
      'Kies € 9,99 per maand',
      '14 dagen gratis, zonder betaalgegevens. De proefperiode stopt vanzelf.',
      'Opzeggen kan op elk moment',
      'GOLD opent elk artikel van elke publicatie bij The Corner Stand.',
    ]) {
      assert.ok(said.replaceAll('\u00a0', ' ').includes(sentence), sentence)
    }
  })

  it('never translates the name of a plan, and writes its price as the language does', async () => {
    const arabic = await plansIn('ar', selling({}, goldOffer))
    assert.match(arabic, /GOLD/)
    assert.match(arabic, /٩٫٩٩/)
    const yearly = { ...goldOffer, per: 'year' } as const
    assert.match(await plansIn('en', selling({}, yearly)), /Subscribe for €9\.99 a year/)
  })

  it('names no price that nobody can pay', async () => {
    const said = await plansIn('en', offering(goldOffer))
    assert.match(said, /14 days free, no card needed.*You cannot pay online at The Corner Stand\./s)
    assert.doesNotMatch(said, /€|What you have paid for/)
    assert.match(await plansIn('en', selling({}, goldOffer)), /€9\.99 a month.*What you have paid/s)
  })

  it('says of VAT what whoever runs the stand says, and nothing else', async () => {
    const sold = selling({}, goldOffer)
    const vatIn = (locale: string, vat: WebSettings['vat']) => plansIn(locale, sold, { vat })
    assert.match(await vatIn('en', 'included'), /€9\.99 a month.*Prices include value added tax\./s)
    assert.match(await vatIn('nl', 'included'), /De prijzen zijn inclusief btw\./)
    assert.match(await vatIn('en', 'none'), /No value added tax is charged on these prices\./)
    assert.doesNotMatch(await vatIn('en', 'unsaid'), /value added/)
    const unsold = await plansIn('en', offering(goldOffer), { vat: 'included' })
    assert.doesNotMatch(unsold, /value added/, 'where no price is named')
  })

  it('does not pretend that anything can be bought where nothing is sold', async () => {
    const page = await (await visitTo(standWith())('/en/plans')).text()
    assert.match(page, /sells no plan at the moment/)
    const main = /<main[^>]*>.*<\/main>/s.exec(page)?.[0] ?? ''
    assert.doesNotMatch(main, /plans\/trial|<form/)
  })

  it('is the same for everyone, and kept', async () => {
    const stand = standWith({ changed: { access: offering(goldOffer) } })
    const answer = await visitTo(stand)('/en/plans')
    assert.match(answer.headers.get('cache-control') ?? '', /^public/)
  })

  it('tells readers what they have, to them alone, and promises no trial that they had', async () => {
    await using stand = await openGoldStand()
    const page = async () => await (await stand.reader()).get('/nl/plans')
    const fresh = await (await page()).text()
    assert.match(mainOf(fresh), /href="\/nl\/plans\/trial\?plan=GOLD"/)
    assert.doesNotMatch(fresh, /Je abonnement</)
    await (await stand.reader()).post('/nl/plans/trial', { plan: 'GOLD' })
    const answer = await page()
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    const onTrial = mainOf(await answer.text())
    assert.match(onTrial, /Je abonnement<.*proefperiode van .*GOLD.* loopt tot 3 juni/s)
    assert.match(onTrial, /href="\/nl\/account"/)
    assert.doesNotMatch(onTrial, /plans\/trial|beginnen met de gratis proefperiode/)
    const anybody = await stand.visit('/nl/plans')
    assert.match(anybody.headers.get('cache-control') ?? '', /^public/)
    assert.doesNotMatch(await anybody.text(), /Je abonnement</)
  })

  it('sells nothing to whom it goes on by itself already, and the rest to all others', async () => {
    await using stand = await openGoldStand(undefined, () => nothingAsked ?? assert.fail())
    const ana = await stand.reader()
    const buys = /plans\/buy\?price=/
    assert.match(mainOf(await (await ana.get('/nl/plans')).text()), buys)
    const whose = { readerId: ana.id, planId: stand.gold.id }
    await stand.access.subscriptions.tell(whose, { kind: 'seen', at: paidAt, ask: 1, contract })
    const page = mainOf(await (await ana.get('/nl/plans')).text())
    assert.doesNotMatch(page, buys)
    assert.match(page, /gaat vanzelf door/)
  })

  it('leads back to the story that somebody came from, and keeps no such page', async () => {
    const access = selling({}, goldOffer)
    const visit = visitTo(standWith({ changed: { access } }))
    const story = href(addresses.story, { locale: 'nl', ...nightFerry })
    const coming = new URLSearchParams({ return: `${story}#rest` })
    const wall = await (await visit(story)).text()
    assert.ok(wall.includes(`href="/nl/plans?${coming}"`))
    const answer = await visit(`/nl/plans?${coming}`)
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    const page = await answer.text()
    for (const way of ['trial?plan=GOLD&amp;', 'buy?price=gold-month&amp;', 'voucher?']) {
      assert.ok(page.includes(`href="/nl/plans/${way}${coming}"`), way)
    }
    assert.match(page, /<meta name="robots" content="noindex/)
    const spelt = await (await visit(`/nl/plans?%72eturn=/nl/elsewhere`)).text()
    assert.doesNotMatch(spelt, /elsewhere/)
    const foreign = await visit('/nl/plans?return=https://elsewhere.example')
    assert.doesNotMatch(await foreign.text(), /elsewhere/)
  })

  it('says how to reach whoever runs the stand, and nothing where they did not say', async () => {
    const contact = new URL('mailto:desk@saltmere.example')
    const said = { operator: 'Library of Saltmere', contact }
    const page = await plansIn('en', nothingSold, said)
    assert.match(page, /The Corner Stand is run by Library of Saltmere\./)
    assert.match(page, /Write to desk@saltmere\.example/)
    assert.doesNotMatch(await plansIn('en'), /is run by|Write to|KIOSK_/)
  })
})
