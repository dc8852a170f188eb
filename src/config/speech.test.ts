import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ConfigError, readConfig } from '../config.ts'

const given = {
  KIOSK_SPEECH_URL: 'http://127.0.0.1:8880/v1',
  KIOSK_SPEECH_VOICES: 'en=af_bella(2)+af_sky, EN=alloy,nl=nova',
}

describe('the speech server', () => {
  it('has an address and voices, or there is none', () => {
    assert.equal(readConfig({}).speech, null)
    assert.deepEqual(readConfig(given).speech, {
      url: new URL('http://127.0.0.1:8880/v1'),
      key: null,
      model: 'tts-1',
      voices: [
        { language: 'en', voice: 'af_bella(2)+af_sky' },
        { language: 'en', voice: 'alloy' },
        { language: 'nl', voice: 'nova' },
      ],
    })
    const more = { ...given, KIOSK_SPEECH_KEY: 'k', KIOSK_SPEECH_MODEL: 'kokoro' }
    assert.deepEqual(
      [readConfig(more).speech?.key, readConfig(more).speech?.model],
      ['k', 'kokoro'],
    )
  })

  it('is refused where it cannot be understood, and its key is not shown', () => {
    for (const wrong of [
      { ...given, KIOSK_SPEECH_VOICES: '' },
      { ...given, KIOSK_SPEECH_VOICES: 'alloy' },
      { ...given, KIOSK_SPEECH_VOICES: 'not a language=alloy' },
      { ...given, KIOSK_SPEECH_URL: 'ftp://speech.example' },
      { ...given, KIOSK_SPEECH_URL: 'https://me:secret-key@speech.example' },
      { KIOSK_SPEECH_KEY: 'secret-key' },
    ]) {
      assert.throws(
        () => readConfig(wrong),
        (error) => error instanceof ConfigError && !/secret-key/.test(error.message),
        JSON.stringify(wrong),
      )
    }
  })
})
