import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ConfigError, readConfig } from '../config.ts'

describe('engines that translate', () => {
  it('are those that were set up, and none without', () => {
    const none = readConfig({}).translation
    assert.deepEqual(
      [none.libretranslate, none.apertium, none.deepl, none.chat, none.most, none.drafts],
      [null, null, null, null, null, false],
    )
    const { translation } = readConfig({
      LIBRETRANSLATE_URL: 'http://10.0.0.7:5000',
      APERTIUM_URL: 'http://127.0.0.1:2737',
      DEEPL_KEY: 'abc:fx',
      KIOSK_CHAT_URL: 'http://127.0.0.1:8080/v1',
      KIOSK_CHAT_MODEL: 'tide-1',
      KIOSK_TRANSLATE_CHARACTERS: '500000',
      KIOSK_TRANSLATE_DRAFTS: 'yes',
      KIOSK_TRANSLATE_ORDER: 'deepl chat',
    })
    assert.deepEqual(translation, {
      libretranslate: { url: new URL('http://10.0.0.7:5000'), key: '' },
      apertium: { url: new URL('http://127.0.0.1:2737') },
      deepl: { url: new URL('https://api-free.deepl.com'), key: 'abc:fx' },
      chat: { url: new URL('http://127.0.0.1:8080/v1'), key: '', model: 'tide-1' },
      most: 500_000,
      drafts: true,
      order: ['deepl', 'chat', 'bergamot', 'apertium', 'libretranslate'],
    })
  })

  it('are refused where they cannot be understood, and no key is shown', () => {
    for (const wrong of [
      { LIBRETRANSLATE_URL: 'ftp://mt.example' },
      { LIBRETRANSLATE_KEY: 'secret-key' },
      { APERTIUM_URL: 'http://me:secret-key@mt.example' },
      { DEEPL_URL: 'https://api.deepl.example' },
      { KIOSK_CHAT_URL: 'http://127.0.0.1:8080' },
      { KIOSK_CHAT_KEY: 'secret-key' },
      { KIOSK_TRANSLATE_ORDER: 'deepl babel' },
      { KIOSK_TRANSLATE_CHARACTERS: 'many' },
    ]) {
      assert.throws(
        () => readConfig(wrong),
        (error) => error instanceof ConfigError && !/secret-key/.test(error.message),
        JSON.stringify(wrong),
      )
    }
  })
})
