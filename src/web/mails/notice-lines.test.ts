import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { noticeKinds } from '#access'
import type { Mail } from '#accounts'
import { localesOf } from '../languages/locales.ts'
import { letterWriter } from './letter.ts'

const settings = {
  ...{ name: 'The Saltmere Stand', language: 'en', pseudoLocales: false },
  ...{ publicUrl: new URL('https://stand.example'), contact: null },
  timeZone: 'Europe/Amsterdam',
}
const write = letterWriter(settings)
const facts = {
  ...{ plan: 'GOLD', until: '2031-04-16T22:30:00Z', next: '2031-05-02T10:00:00Z' },
  ...{ withdraw: '2031-04-16T22:00:00Z', at: '2031-04-02T10:00:00Z' },
  ...{ minor: 999, currency: 'EUR' },
}
const account = 'https://stand.example/nl/account'

function letter(what: string, locale: string) {
  const mail: Mail = {
    ...{ kind: 'notice', facts: { what, facts, account } },
    ...{ to: 'ana@saltmere.example', locale },
  }
  const { subject, text } = write(mail)
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
    assert.match(text, /Je kunt tot 16 april 2031 herroepen/)
  })

  it('says the hour at which a withdrawal came', () => {
    assert.match(letter('withdrawn', 'en').text, /at this moment: 2 April 2031 at 12:00/)
  })
})
