import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Mail } from '#accounts'
import { localesOf } from '../languages/locales.ts'
import { letterWriter } from './letter.ts'

const settings = {
  ...{ name: 'The <Saltmere> Stand', language: 'en', pseudoLocales: false },
  publicUrl: new URL('https://stand.example'),
  timeZone: 'Europe/Amsterdam',
  operator: '',
  contact: new URL('mailto:desk@stand.example'),
  vat: 'unsaid',
} as const
const write = letterWriter(settings)
const entrance = {
  code: '012345',
  link: 'https://stand.example/nl/sign-in/abc?x=1&y=2',
  minutes: 10,
}
const signIn = (locale: string): Mail => ({
  ...{ kind: 'sign-in', facts: entrance, to: 'ana@saltmere.example', locale },
})
const mails = (locale: string): readonly Mail[] => [
  signIn(locale),
  { ...signIn(locale), kind: 'confirm-address', facts: entrance },
  { ...signIn(locale), kind: 'address-changed', facts: { address: 'new@saltmere.example' } },
  { ...signIn(locale), kind: 'passkey-added', facts: { name: '<b>"Phone"</b>' } },
  { ...signIn(locale), kind: 'provider-added', facts: { provider: 'Saltmere & Library' } },
  { ...signIn(locale), kind: 'account-deleted', facts: {} },
]

describe('a letter', () => {
  it('says the code and the link plainly, once each in the text', () => {
    const { subject, text, html } = write(signIn('nl'))
    assert.equal(subject, '012345 is je code voor The <Saltmere> Stand')
    assert.equal(text.split('\n').filter((line) => line === '012345').length, 1)
    assert.equal(text.split('\n').filter((line) => line === entrance.link).length, 1)
    assert.match(text, /maar 10 minuten lang\./)
    assert.match(html, /<html lang="nl" dir="ltr">/)
    assert.match(html, /href="https:\/\/stand\.example\/nl\/sign-in\/abc\?x=1&amp;y=2"/)
  })

  it('is in the reader’s language, whole, of every kind', () => {
    const subjects = new Set<string>()
    for (const { name, direction } of localesOf(settings)) {
      for (const mail of mails(name)) {
        const { subject, text, html } = write(mail)
        subjects.add(subject)
        assert.match(html, new RegExp(`<html lang="${name}(?:-[A-Z]+)?" dir="${direction}">`))
        assert.doesNotMatch(`${subject}${text}`, /\{|undefined|\[object/)
        assert.ok(text.includes('https://stand.example/'))
      }
    }
    assert.equal(subjects.size, 36)
    assert.match(write(signIn('ar')).text, /١٠ دقائق/)
  })

  it('to a reader of a language that left the stand is in the stand’s own', () => {
    assert.match(write(signIn('tlh')).subject, /is your code for/)
  })

  it('escapes what others named, and loads nothing', () => {
    for (const mail of mails('en')) {
      const { html } = write(mail)
      assert.doesNotMatch(html, /<Saltmere>|<b>"|<img|<link|<script|src=/)
    }
  })
})
