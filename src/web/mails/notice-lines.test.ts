import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { noticeKinds } from '#access'
import type { Mail } from '#accounts'
import { localesOf } from '../languages/locales.ts'
import { letterWriter } from './letter.ts'

const settings = {
  ...{ name: 'The Saltmere Stand', language: 'en', pseudoLocales: false },
  ...{ publicUrl: new URL('https://stand.example') },
  ...{ operator: 'Library of Saltmere', contact: new URL('mailto:desk@saltmere.example') },
  timeZone: 'Europe/Amsterdam',
  vat: 'unsaid',
} as const
const write = letterWriter(settings)
const writeOfVat = letterWriter({ ...settings, vat: 'included' })
const facts = {
  ...{ plan: 'GOLD', until: '2031-04-16T22:30:00Z', next: '2031-05-02T10:00:00Z' },
  ...{ withdraw: '2031-04-16T22:00:00Z', at: '2031-04-02T10:00:00Z' },
  ...{ minor: 999, currency: 'EUR' },
  ...{ publication: 'The Tide', 'publication-slug': 'the-tide' },
  ...{ day: '2031-04-02', 'edition-slug': '2031-04-02-b', whole: 'yes' },
  ...{ words: 'Ja, open die meteen.', agreed: '2031-04-02T10:00:00Z' },
}
const account = 'https://stand.example/nl/account'

function letter(
  what: string,
  locale: string,
  more: Readonly<Record<string, string | number | null>> = {},
  written = write,
) {
  const mail: Mail = {
    ...{ kind: 'notice', facts: { what, facts: { ...facts, ...more }, account } },
    ...{ to: 'ana@saltmere.example', locale },
  }
  const { subject, text } = written(mail)
  return { subject, text: text.replaceAll('\u00a0', ' ').replace(/[\u2066-\u2069]/g, '') }
}

describe('a letter about a plan', () => {
  it('has words of its own for every kind, whole in every language', () => {
    for (const { name } of localesOf(settings)) {
      const subjects = noticeKinds.map((what) => {
        const { subject, text } = letter(what, name)
        assert.doesNotMatch(`${subject}${text}`, /\{|undefined|Invalid|\[object/, `${name} ${what}`)
        assert.ok(text.includes(account))
        return text.split('\n')[0]
      })
      assert.equal(new Set(subjects).size, noticeKinds.length, name)
    }
  })

  it('says days by the calendar of the stand, and the last one on which to withdraw', () => {
    const { text } = letter('bought', 'nl')
    assert.match(text, /Er is € 9,99 betaald\. GOLD is voor je open tot 17 april 2031\./)
    assert.match(text, /Je kunt tot en met 16 april 2031 herroepen/)
  })

  it('says of every payment whether more is charged, when, and how that is stopped', () => {
    for (const what of ['bought', 'renewed']) {
      const goesOn = letter(what, 'nl').text
      assert.match(
        goesOn,
        /GOLD gaat vanzelf door: op 2 mei 2031 wordt er weer € 9,99 afgeschreven/,
      )
      assert.match(goesOn, /Opzeggen kan op elk moment/)
      const once = letter(what, 'nl', { next: null }).text
      assert.match(once, /Op 17 april 2031 stopt het vanzelf, en er wordt niets meer afgeschreven/)
      assert.doesNotMatch(once, /gaat vanzelf door/)
    }
  })

  it('says of VAT what whoever runs the stand says, where a charge to come is named', () => {
    const said = /De prijzen zijn inclusief btw\./
    const costs = { month: 999, 'month-currency': 'EUR' }
    for (const what of ['subscribed', 'bought', 'renewed']) {
      assert.match(letter(what, 'nl', {}, writeOfVat).text, said, what)
      assert.doesNotMatch(letter(what, 'nl').text, said, what)
    }
    assert.match(letter('trial-ending', 'nl', costs, writeOfVat).text, said)
    const uncharged = [letter('trial-ending', 'nl', {}, writeOfVat)]
    uncharged.push(letter('bought', 'nl', { next: null }, writeOfVat))
    for (const { text } of uncharged) assert.doesNotMatch(text, said)
  })

  it('says with whom a contract was made, and how they are reached', () => {
    for (const what of ['subscribed', 'bought', 'edition-bought', 'withdrawn']) {
      const { text } = letter(what, 'en')
      assert.match(text, /is run by Library of Saltmere\..*Write to desk@saltmere\.example/s, what)
    }
    assert.doesNotMatch(letter('trial-started', 'en').text, /Library of Saltmere/)
  })

  it('says at the end of a trial what going on costs, and where, if anything can be paid', () => {
    const costs = { month: 999, 'month-currency': 'EUR', year: 9900, 'year-currency': 'EUR' }
    for (const what of ['trial-ending', 'trial-ended']) {
      const { text } = letter(what, 'nl', costs)
      assert.match(text, /GOLD kost € 9,99 per maand\. GOLD kost € 99 per jaar\. Wil je met GOLD/)
      assert.match(text, /kiezen:\n\nhttps:\/\/stand\.example\/nl\/plans\n/)
      assert.doesNotMatch(letter(what, 'nl').text, /kost €|\/plans/)
    }
  })

  it('says of a payment that failed until when all stays open, and where a card is changed', () => {
    const { text } = letter('payment-failed', 'nl')
    assert.match(text, /€ 9,99 kon niet worden afgeschreven\..* tot 17 april 2031 blijft GOLD/)
    assert.match(text, /onder ‘Kaarten en facturen’:\n\nhttps:\/\/stand\.example\/nl\/account\n/)
  })

  it('says the hour at which a withdrawal came', () => {
    assert.match(letter('withdrawn', 'en').text, /at this moment: 2 April 2031 at 12:00/)
  })
})

describe('a letter about an edition', () => {
  it('names it in every language, and leads to it', () => {
    for (const { name } of localesOf(settings)) {
      for (const what of ['edition-bought', 'edition-refunded']) {
        const { subject, text } = letter(what, name)
        assert.match(subject, /The Tide/, `${name} ${what}`)
        assert.match(text, name === 'ar' ? /The Tide.*٢٠٣١/ : /The Tide.*2031/, `${name} ${what}`)
      }
      const at = `https://stand.example/${name}/publications/the-tide/2031-04-02-b`
      assert.ok(letter('edition-bought', name).text.split('\n').includes(at))
    }
  })

  it('keeps the words that the buyer agreed to, with the hour', () => {
    const { text } = letter('edition-bought', 'en')
    assert.match(text, /on 2 April 2031 at 12:00.*agreed to this: “Ja, open die meteen\.”/)
    assert.doesNotMatch(letter('edition-bought', 'en', { words: '' }).text, /agreed to/)
  })

  it('says whether it is open still when money was paid back', () => {
    assert.match(letter('edition-refunded', 'nl').text, /niet meer voor je open/)
    assert.match(letter('edition-refunded', 'nl', { whole: 'no' }).text, /blijft voor je open/)
  })
})
