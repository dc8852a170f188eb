import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib'
import { openAviary } from './canaries.ts'
import { type Answer, leaksIn, type Secrets } from './detector.ts'

const canary = openAviary().hatch('the rest')
const secrets: Secrets = {
  addressWords: [`${canary}-gone`],
  digests: ['ab12'.repeat(16)],
  isOfRest: async (bytes) => bytes.equals(Buffer.from('sound of the rest')),
}
/** Long enough that no packing leaves it as it is. */
const long = `${Array.from({ length: 2_000 }, (_, at) => (at * 7_919) % 1_000).join(' ')} By seven the ${canary} lay down.`
const said = `By seven the ${canary} lay down with the boats.`
const page = (text: string) => `<!doctype html><title>Low water</title><p>${text}</p>`

const answer = (body: string | Buffer, headers: Answer['headers'] = []): Answer => ({
  status: 200,
  headers,
  body: Buffer.from(body),
})
const found = (given: Answer, asked?: string) => leaksIn(given, secrets, asked)

const codes = (text: string, write: (code: number) => string) =>
  [...text].map((letter) => write(letter.codePointAt(0) ?? 0)).join('')
const hex = (code: number) => code.toString(16).padStart(2, '0')

/** Every way of writing that the detector claims to read. */
const ways: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'in capitals': (text) => text.toUpperCase(),
  'percent-encoded': (text) => codes(text, (code) => `%${hex(code)}`),
  'percent-encoded twice': (text) => codes(text, (code) => `%25${hex(code)}`),
  'as hexadecimal entities': (text) => codes(text, (code) => `&#x${hex(code)};`),
  'as decimal entities': (text) => codes(text, (code) => `&#${code};`),
  'as escapes of JSON': (text) => codes(text, (code) => `\\u00${hex(code)}`),
  'as escapes of JavaScript': (text) => codes(text, (code) => `\\x${hex(code)}`),
  'as long escapes of JavaScript': (text) => codes(text, (code) => `\\u{0000${hex(code)}}`),
  'as escapes of a style sheet': (text) => codes(text, (code) => `\\${hex(code)} `),
  'quoted-printable': (text) => codes(text, (code) => `=${hex(code).toUpperCase()}`),
  'in base64': (text) => Buffer.from(text).toString('base64'),
  'in base64 for addresses': (text) => Buffer.from(text).toString('base64url'),
  'in base64 behind other letters': (text) => `/x${Buffer.from(text).toString('base64')}`,
  'in base64 twice': (text) => Buffer.from(Buffer.from(text).toString('base64')).toString('base64'),
  'in base64 of gzip': (text) => gzipSync(text).toString('base64'),
  'in base64 of zlib': (text) => deflateSync(text).toString('base64'),
  'in hexadecimal': (text) => Buffer.from(text).toString('hex'),
  'with tags between its letters': (text) => text.replace('nar', 'n<b>a</b>r'),
  'with soft hyphens': (text) => text.replace('nar', 'n\u00ada\u200br'),
  'in wide letters': (text) => codes(text, (code) => wide(code)),
}

const wide = (code: number) =>
  code > 0x20 && code < 0x7f ? String.fromCodePoint(code + 0xfee0) : String.fromCodePoint(code)

describe('the detector of the wall', () => {
  it('reads every way of writing, in a body and in a header', async () => {
    for (const [way, write] of Object.entries(ways)) {
      assert.deepEqual(await found(answer(page(write(said)))), [canary], `${way}, in a body`)
      const value = Buffer.from(write(said)).toString('latin1')
      assert.deepEqual(await found(answer('', [['x', value]])), [canary], `${way}, in a header`)
    }
  })

  it('unpacks what says how it is packed', async () => {
    const packings = {
      br: brotliCompressSync(long),
      gzip: gzipSync(long),
      deflate: deflateRawSync(long),
      zstd: zstdCompressSync(long),
      'gzip, br': brotliCompressSync(gzipSync(long)),
    }
    for (const [coding, body] of Object.entries(packings)) {
      const sent = answer(body, [['Content-Encoding', coding]])
      assert.deepEqual(await found(sent), [canary], coding)
    }
  })

  it('finds a canary in what is packed and does not say so', async () => {
    for (const body of [gzipSync(long), deflateSync(long), zstdCompressSync(long)]) {
      assert.deepEqual(await found(answer(body)), [canary])
    }
  })

  it('finds a canary in UTF-16, and among bytes that are no text', async () => {
    const noise = Buffer.from([0xff, 0xd8, 0xff, 0, 1, 2])
    const ended = Buffer.concat([noise, Buffer.from(canary), noise])
    for (const body of [Buffer.from(said, 'utf16le'), Buffer.from(said, 'utf16le').swap16(), ended])
      assert.deepEqual(await found(answer(body)), [canary])
  })

  it('finds a canary in a line of NDJSON', async () => {
    const lines = [
      { at: 0, word: 'six' },
      { at: 1, word: codes(canary, (code) => `\\u00${hex(code)}`) },
    ]
    const body = lines.map((line) => JSON.stringify(line).replaceAll('\\\\', '\\')).join('\n')
    assert.deepEqual(await found(answer(body)), [canary])
  })

  it('finds what shows or sounds like the rest, and the address of that', async () => {
    const [digest = ''] = secrets.digests
    assert.deepEqual(await found(answer('sound of the rest')), ['rest'])
    assert.deepEqual(await found(answer(`<img src="/pictures/${digest}-8.webp">`)), [
      `address of ${digest}`,
    ])
    const asked = `/pictures/${digest}-8.webp`
    assert.deepEqual(await found(answer(`There is no ${asked}`), asked), [])
  })

  it('takes the address that was asked for as no leak, and the same words elsewhere as one', async () => {
    assert.deepEqual(await found(answer(page(`/${canary}-gone`))), [])
    assert.deepEqual(await found(answer(page(`${canary} gone`))), [canary])
  })

  it('finds nothing where nothing is', async () => {
    assert.deepEqual(await found(answer(page('At six the sea had gone.'), [['etag', '"abc"']])), [])
  })
})
