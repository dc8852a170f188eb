import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { goldOffer, nothingSold, offering, selling } from '../../access.fixture.ts'
import type { AppNeeds, WebSettings } from '../../needs.ts'
import { standWith } from '../../stand.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'

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

  it('says how to reach whoever runs the stand, and nothing where they did not say', async () => {
    const contact = new URL('mailto:desk@saltmere.example')
    const said = { operator: 'Library of Saltmere', contact }
    const page = await plansIn('en', nothingSold, said)
    assert.match(page, /The Corner Stand is run by Library of Saltmere\./)
    assert.match(page, /Write to desk@saltmere\.example/)
    assert.doesNotMatch(await plansIn('en'), /is run by|Write to|KIOSK_/)
  })
})
