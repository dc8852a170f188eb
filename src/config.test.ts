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

  it('never puts the database’s password into a mistake', () => {
    const [mistake] = mistakesIn({ DATABASE_URL: 'mysql://kiosk:secret@host/db' })
    assert.doesNotMatch(mistake ?? '', /secret/)
  })
})
