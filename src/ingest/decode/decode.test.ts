import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decode } from './decode.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const codes = (bytes: Uint8Array, contentType: string | null = null) =>
  decode(bytes, contentType).remarks.map(({ code }) => code)

const declared = (charset: string, text: string) =>
  `<?xml version="1.0" encoding="${charset}"?><a>${text}</a>`

describe('decoding', () => {
  it('believes a byte order mark before everything else', () => {
    const bytes = Uint8Array.of(0xff, 0xfe, ...Buffer.from('<a>né</a>', 'utf16le'))
    assert.equal(decode(bytes, 'text/xml; charset=utf-8').text, '<a>né</a>')
  })

  it('believes the Content-Type before the XML declaration', () => {
    const bytes = latin(declared('iso-8859-5', 'né'))
    assert.match(decode(bytes, 'text/xml; charset="iso-8859-1"').text, /<a>né</)
  })

  it('believes the XML declaration before a <meta>', () => {
    const bytes = latin(declared('iso-8859-1', '<meta charset="iso-8859-5">né'))
    assert.match(decode(bytes, null).text, /né/)
  })

  it('reads a <meta> where nothing else is said', () => {
    const bytes = Uint8Array.of(...utf8('<meta charset="koi8-r">'), 0xcd, 0xc9, 0xd2)
    assert.match(decode(bytes, null).text, /мир$/)
  })

  it('takes UTF-16 without a mark by its first letters', () => {
    const bytes = Uint8Array.from(Buffer.from(declared('utf-16', 'né'), 'utf16le'))
    assert.match(decode(bytes, null).text, /<a>né</)
  })

  it('does not believe in two-byte charsets that are declared in single bytes', () => {
    assert.match(decode(utf8(declared('utf-16', 'né')), null).text, /<a>né</)
    assert.match(decode(utf8('<meta charset="utf-16be">né'), null).text, /né$/)
  })

  it('takes unnamed text for UTF-8 without a word', () => {
    assert.equal(decode(utf8('né 語'), null).text, 'né 語')
    assert.deepEqual(codes(utf8('né 語')), [])
  })

  it('guesses windows-1252 last, and says so', () => {
    assert.equal(decode(latin('caf\xe9 \x93quay\x94'), null).text, 'café “quay”')
    assert.deepEqual(codes(latin('caf\xe9 \x93quay\x94')), ['charset.guessed'])
  })

  it('passes over a charset that nobody knows, and one that the bytes are not', () => {
    assert.deepEqual(codes(utf8(declared('klingon-8', 'né'))), ['charset.unknown'])
    const lying = latin(declared('utf-8', 'caf\xe9'))
    assert.match(decode(lying, null).text, /café/)
    assert.deepEqual(codes(lying), ['charset.wrong', 'charset.guessed'])
  })

  it('keeps UTF-8 for a text in which a few bytes are broken', () => {
    const bytes = Uint8Array.of(...utf8('ééééééééééééééé'), 0xe9, ...utf8(' quay'))
    assert.equal(decode(bytes, null).text, 'ééééééééééééééé\ufffd quay')
    assert.deepEqual(codes(bytes), ['charset.replaced'])
    const named = Uint8Array.of(...utf8(declared('iso-8859-1', 'ééééééééééééééé')), 0xe9)
    assert.match(decode(named, 'text/xml; charset=utf-8').text, /ééé/)
  })

  it('reads the quotation marks of windows-1252 that were called ISO 8859-1', () => {
    assert.equal(decode(utf8('don\u0092t'), null).text, 'don’t')
  })
})
