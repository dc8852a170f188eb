import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { WebSettings } from '../../needs.ts'
import { standWith } from '../../stand.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'

const gold: WebSettings['offers'][number] = {
  plan: 'GOLD',
  price: { minor: 999, currency: 'EUR' },
  per: 'month',
  trialDays: 14,
}

const plansIn = async (locale: string, settings: Partial<WebSettings>) => {
  const page = await (await visitTo(standWith({ settings }))(`/${locale}/plans`)).text()
  return page.replace(/<[^>]*>/g, ' ').replace(/[\u2066-\u2069]/g, '')
}

describe('the page about plans', () => {
  it('says the price, the end of the trial and how to stop, in whole sentences', async () => {
    const said = await plansIn('nl', { offers: [gold] })
    for (const sentence of [
      'Het kost € 9,99 per maand.',
      'De eerste 14 dagen kosten niets. De proefperiode stopt vanzelf;',
      'Opzeggen kan op elk moment',
      'The Corner Stand neemt nog geen abonnementen aan',
    ]) {
      assert.ok(said.replaceAll('\u00a0', ' ').includes(sentence), sentence)
    }
  })

  it('never translates the name of a plan, and writes its price as the language does', async () => {
    const arabic = await plansIn('ar', { offers: [gold] })
    assert.match(arabic, /GOLD/)
    assert.match(arabic, /٩٫٩٩/)
    assert.match(await plansIn('en', { offers: [{ ...gold, per: 'year' }] }), /€9\.99 a year\./)
  })

  it('says that nothing is sold where nothing is, and has no button at all', async () => {
    const page = await (await visitTo(standWith())('/en/plans')).text()
    assert.match(page, /sells no plan, and takes no subscriptions yet/)
    const main = /<main[^>]*>.*<\/main>/s.exec(page)?.[0] ?? ''
    assert.doesNotMatch(main, /<(?:button|form|input)\b/)
  })

  it('says how to reach whoever runs the stand, and nothing where they did not say', async () => {
    const contact = new URL('mailto:desk@saltmere.example')
    const page = await plansIn('en', { operator: 'Library of Saltmere', contact })
    assert.match(page, /The Corner Stand is run by Library of Saltmere\./)
    assert.match(page, /Write to desk@saltmere\.example/)
    assert.doesNotMatch(await plansIn('en', {}), /is run by|Write to|KIOSK_/)
  })
})
