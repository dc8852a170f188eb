import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ConfigError, readConfig } from '../config.ts'

const keys = { STRIPE_SECRET_KEY: 'sk_test_abc123', STRIPE_WEBHOOK_SECRET: 'whsec_abc123' }

describe('the keys of Stripe', () => {
  it('are both there, or nothing is sold for money', () => {
    assert.equal(readConfig({}).stripe, null)
    assert.deepEqual(readConfig(keys).stripe, {
      secretKey: 'sk_test_abc123',
      webhookSecret: 'whsec_abc123',
    })
    for (const one of Object.keys(keys)) {
      assert.throws(() => readConfig({ ...keys, [one]: '' }), ConfigError, one)
    }
  })

  it('are not shown when they are wrong', () => {
    const wrong = { ...keys, STRIPE_SECRET_KEY: 'pk_live_of_somebody' }
    assert.throws(
      () => readConfig(wrong),
      (error) => error instanceof ConfigError && !/of_somebody/.test(error.message),
    )
  })
})

it('the meter counts three stories a month, and none of strangers', () => {
  const { meter, strangersMeter } = readConfig({})
  assert.deepEqual([meter, strangersMeter], [3, 0])
  assert.equal(readConfig({ KIOSK_METER: '0' }).meter, 0)
  assert.throws(() => readConfig({ KIOSK_STRANGERS_METER: '99' }), ConfigError)
})
