import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ConfigError, readConfig } from './config.ts'

const mistakesIn = (env: Record<string, string>) => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes
    throw error
  }
  return []
}

describe('readConfig', () => {
  it('starts with nothing set, open to this machine only', () => {
    const config = readConfig({})
    assert.deepEqual(config.database, { kind: 'sqlite' })
    assert.equal(config.publicUrl.href, 'http://localhost:3000/')
    assert.equal(config.host, '127.0.0.1')
    assert.equal(config.demo, true)
  })

  it('lists every mistake, not just the first', () => {
    const mistakes = mistakesIn({
      PORT: 'eighty',
      PUBLIC_URL: 'the stand',
      DATABASE_URL: 'mysql://x',
      KIOSK_LANGUAGE: 'Double Dutch',
      KIOSK_TIME_ZONE: 'Atlantis/Harbour',
      KIOSK_DEMO: 'perhaps',
    })
    assert.equal(mistakes.length, 6)
    assert.equal(mistakes[0], 'PORT must be a whole number from 0 to 65535, not "eighty"')
  })

  it('refuses the address of a database that is none', () => {
    assert.equal(mistakesIn({ DATABASE_URL: 'postgres://[' }).length, 1)
  })

  it('knows a misspelt setting', () => {
    assert.deepEqual(mistakesIn({ KIOSK_LANGAUGE: 'nl' }), [
      'KIOSK_LANGAUGE is no setting of Kiosk: see the README',
    ])
  })

  it('takes an empty setting as one that is not set', () => {
    assert.equal(readConfig({ PORT: '', PUBLIC_URL: ' ' }).port, 3000)
  })

  it('knows who runs the stand and where readers reach them', () => {
    const reached = (given: string) => readConfig({ KIOSK_CONTACT: given }).contact?.href
    assert.equal(
      readConfig({ KIOSK_OPERATOR: 'Library of Saltmere' }).operator,
      'Library of Saltmere',
    )
    assert.equal(reached('desk@saltmere.example'), 'mailto:desk@saltmere.example')
    assert.equal(reached('mailto:desk@saltmere.example'), 'mailto:desk@saltmere.example')
    assert.equal(reached('https://saltmere.example/desk'), 'https://saltmere.example/desk')
    assert.equal(readConfig({}).contact, null)
    assert.equal(mistakesIn({ KIOSK_CONTACT: 'the desk' }).length, 1)
    assert.equal(mistakesIn({ KIOSK_CONTACT: 'javascript:alert(1)' }).length, 1)
  })

  it('says nothing of VAT unless it is told to', () => {
    assert.equal(readConfig({}).vat, 'unsaid')
    assert.equal(readConfig({ KIOSK_VAT: 'included' }).vat, 'included')
    assert.equal(mistakesIn({ KIOSK_VAT: '21%' }).length, 1)
  })

  it('reads how many stories are metered, and the keys of Stripe, both or none', () => {
    assert.equal(readConfig({}).meter, 3)
    assert.equal(readConfig({ KIOSK_METER: '0' }).meter, 0)
    assert.equal(readConfig({}).stripe, null)
    const keys = { STRIPE_SECRET_KEY: 'sk_test_hush', STRIPE_WEBHOOK_SECRET: 'whsec_hush' }
    assert.deepEqual(readConfig(keys).stripe, {
      secretKey: 'sk_test_hush',
      webhookSecret: 'whsec_hush',
    })
    const half = mistakesIn({ STRIPE_SECRET_KEY: 'pk_test_hush' })
    assert.equal(half.length, 2)
    assert.doesNotMatch(half.join(), /hush/)
  })

  it('takes addresses and ranges of servers in front, and no range that holds everybody', () => {
    const proxies = '127.0.0.1, ::1 10.0.0.0/8,2001:db8::/32'
    assert.deepEqual(readConfig({ KIOSK_PROXIES: proxies }).proxies, [
      ...['127.0.0.1', '::1', '10.0.0.0/8', '2001:db8::/32'],
    ])
    const wrong = 'proxy.example 10.0.0/8 10.0.0.0/33 ::/129 0.0.0.0/0 10.0.0.0/8/8 10.0.0.0/'
    const mistakes = mistakesIn({ KIOSK_PROXIES: `127.0.0.1 ${wrong}`, PORT: 'eighty' })
    assert.equal(mistakes.length, 8)
    assert.match(mistakes.join('\n'), /"10\.0\.0\.0\/33" is neither/)
  })

  it('leads who still offers plans in a setting to the commands for it', () => {
    assert.match(mistakesIn({ KIOSK_OFFERS: '[]' }).join(), /kiosk plan add/)
  })

  it('reads how mail goes out, and never puts a secret into a mistake', () => {
    assert.deepEqual(readConfig({}).mail, { smtp: null, from: 'kiosk@localhost' })
    const smtp = 'smtps://kiosk:hush@mail.example'
    const set = readConfig({ SMTP_URL: smtp, KIOSK_MAIL_FROM: 'desk@saltmere.example' })
    assert.deepEqual(set.mail, { smtp, from: 'desk@saltmere.example' })
    assert.equal(mistakesIn({ SMTP_URL: smtp }).length, 1)
    const wrong = mistakesIn({
      SMTP_URL: 'http://kiosk:hush@mail.example',
      KIOSK_MAIL_FROM: 'desk',
      KIOSK_SECRET: 'hush',
    })
    assert.equal(wrong.length, 3)
    assert.doesNotMatch(wrong.join(), /hush/)
    assert.equal(readConfig({ KIOSK_SECRET: 'x'.repeat(32) }).secret?.length, 32)
  })

  it('takes all settings of a provider or none, and https only', () => {
    const all = {
      KIOSK_OIDC_ISSUER: 'https://id.example',
      KIOSK_OIDC_CLIENT_ID: 'kiosk',
      KIOSK_OIDC_CLIENT_SECRET: 'hush',
      KIOSK_OIDC_NAME: 'Saltmere Library',
    }
    assert.equal(readConfig({}).provider, null)
    assert.equal(readConfig(all).provider?.name, 'Saltmere Library')
    assert.equal(mistakesIn({ KIOSK_OIDC_NAME: 'Saltmere Library' }).length, 3)
    const plain = { ...all, KIOSK_OIDC_ISSUER: 'http://id.local' }
    assert.equal(mistakesIn(plain).length, 1)
    assert.equal(readConfig({ ...plain, KIOSK_OIDC_INSIDE: 'yes' }).provider?.inside, true)
  })

  it('never puts the database’s password into a mistake', () => {
    const [mistake] = mistakesIn({ DATABASE_URL: 'mysql://kiosk:secret@host/db' })
    assert.doesNotMatch(mistake ?? '', /secret/)
  })
})
