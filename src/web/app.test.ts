import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { addresses, href } from './addresses.ts'
import { createApp } from './app.ts'
import { harbourPicture } from './picture.fixture.ts'
import { standWith } from './stand.fixture.ts'
import { nightFerry, visitTo } from './visit.fixture.ts'

const inDutch = href(addresses.story, { locale: 'nl', ...nightFerry })

describe('addresses', () => {
  it('sends the root to the language chosen before, wished for, or ours', async () => {
    const visit = visitTo(standWith({ settings: { language: 'ar' } }))
    const to = async (headers: Record<string, string>) => {
      const answer = await visit('/', { headers })
      assert.equal(answer.status, 302)
      assert.equal(answer.headers.get('cache-control'), 'private, no-store')
      assert.equal(answer.headers.get('vary'), 'Cookie, Accept-Language')
      return answer.headers.get('location')
    }
    assert.equal(await to({}), '/ar')
    assert.equal(await to({ 'accept-language': 'fi, nl-BE;q=0.8, en;q=0.5' }), '/nl')
    assert.equal(await to({ 'accept-language': 'nl', cookie: 'locale=en' }), '/en')
    assert.equal(await to({ 'accept-language': 'nl;q=0, en;q=0.1' }), '/en')
  })

  it('says in the reader’s language that there is nothing, and keeps no such page', async () => {
    const visit = visitTo(standWith())
    const expected: [string, RegExp][] = [
      ['/nl/publications/nowhere', /Op dit adres is niets te vinden/],
      ['/ar/publications/harbour-courier/2025-05-20/none', /لا شيء في هذا العنوان/],
      ['/xx', /There is nothing at this address/],
      ['/xx/publications', /There is nothing at this address/],
      ['/nl/a/b/c/d/e/f', /Op dit adres is niets te vinden/],
    ]
    for (const [path, words] of expected) {
      const answer = await visit(path)
      assert.equal(answer.status, 404, path)
      assert.equal(answer.headers.get('cache-control'), 'private, no-store')
      assert.match(await answer.text(), words)
    }
    const wish = { headers: { 'accept-language': 'nl' } }
    assert.match(await (await visit('/xx', wish)).text(), /Op dit adres is niets te vinden/)
  })

  it('finds nothing behind hidden slashes, semicolons, dots and NULs, and asks no store', async () => {
    const stand = standWith()
    const visit = visitTo(stand)
    const odd = [
      'a%2fx.css',
      'a;x.css',
      'a%00',
      '..%2f..',
      'a.css',
      '%E0%A4%A',
      'a%5cb',
      '-',
      '%20',
    ]
    for (const name of odd) {
      const answer = await visit(`/en/publications/harbour-courier/2025-05-20/${name}`)
      assert.equal(answer.status, 404, name)
    }
    assert.deepEqual(stand.asked, [])
  })

  it('leads other spellings of an address to the right one, and never to another host', async () => {
    const visit = visitTo(standWith())
    const to = async (path: string) => {
      const answer = await visit(path)
      return `${answer.status} ${answer.headers.get('location')}`
    }
    assert.equal(await to('/nl/'), '301 /nl')
    assert.equal(await to('/NL'), '301 /nl')
    assert.equal(
      await to('/en/publications/Harbour-Courier'),
      '301 /en/publications/harbour-courier',
    )
    assert.equal(await to('/en/publications/'), '301 /en/publications')
    assert.equal(await to('//elsewhere.example/'), '404 null')
    assert.equal(await to('/%5Celsewhere.example/'), '301 /%5Celsewhere.example')
  })

  it('says that a story was withdrawn', async () => {
    const answer = await visitTo(standWith())(
      '/nl/publications/harbour-courier/2025-05-20/taken-back',
    )
    assert.equal(answer.status, 410)
    assert.match(await answer.text(), /Dit artikel is ingetrokken/)
  })

  it('refuses to be written to', async () => {
    const answer = await visitTo(standWith())(inDutch, { method: 'POST' })
    assert.equal(answer.status, 405)
    assert.equal(answer.headers.get('allow'), 'GET, HEAD')
    assert.match(await answer.text(), /Deze pagina kun je alleen lezen/)
  })

  it('tells the operator what broke, and the reader only that something did', async () => {
    const broken = { onStand: () => Promise.reject(new Error('disk on fire')) }
    const stand = standWith()
    const publications = { ...stand.needs.publications, ...broken, count: async () => nothing }
    const answer = await createApp({ ...stand.needs, publications }).request('/nl/publications')
    assert.equal(answer.status, 500)
    assert.doesNotMatch(await answer.text(), /fire/)
    assert.deepEqual(stand.reported, ['GET /nl/publications: Error: disk on fire'])
  })

  it('tells watchers how the stand is, and nobody keeps the answer', async () => {
    const well = await visitTo(standWith())('/health')
    assert.equal(well.status, 200)
    assert.deepEqual(await well.json(), { ok: true })
    assert.equal(well.headers.get('cache-control'), 'no-store')
    const ill = await visitTo(standWith({ changed: { health: async () => ({ ok: false }) } }))(
      '/health',
    )
    assert.equal(ill.status, 503)
  })

  it('protects every answer with its headers', async () => {
    const visit = visitTo(standWith())
    for (const path of ['/', '/nl', inDutch, inDutch, '/xx', '/health']) {
      const { headers } = await visit(path)
      assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'; /, path)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.match(headers.get('strict-transport-security') ?? '', /max-age=31536000/)
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin')
    }
    const local = standWith({ settings: { publicUrl: new URL('http://localhost:3000') } })
    const answer = await visitTo(local)('/nl')
    assert.equal(answer.headers.get('strict-transport-security'), null)
  })

  it('lets no other site hear of an address that has a secret in it', async () => {
    const visit = visitTo(standWith())
    const policyOf = async (path: string) => (await visit(path)).headers.get('referrer-policy')
    const secret = ['/nl/sign-in/link/a', '/nl/household/b', '/nl/withdraw/c', `${inDutch}/gift/d`]
    assert.deepEqual(new Set(await Promise.all(secret.map(policyOf))), new Set(['same-origin']))
    assert.equal(await policyOf('/nl'), 'strict-origin-when-cross-origin')
  })
})

const nothing = { publications: 0, stories: 0 }

describe('files', () => {
  it('serves styles and fonts for ever, compressed as well as can be', async () => {
    const visit = visitTo(standWith())
    const page = await (await visit('/en')).text()
    const [, css = ''] = /href="(\/assets\/stand-[A-Z0-9]{8}\.css)"/.exec(page) ?? []
    const [, font = ''] = /href="(\/assets\/newsreader[^"]*\.woff2)"/.exec(page) ?? []

    const plain = await visit(css)
    assert.equal(plain.headers.get('cache-control'), 'public, max-age=31536000, immutable')
    assert.equal(plain.headers.get('content-type'), 'text/css; charset=utf-8')
    const brotli = await visit(css, { headers: { 'accept-encoding': 'br' } })
    assert.equal(String(brotliDecompressSync(await brotli.bytes())), await plain.text())
    assert.equal((await visit(font)).headers.get('content-type'), 'font/woff2')
    assert.equal((await visit('/assets/stand-00000000.css')).status, 404)
  })

  it('serves a picture only while a story that anyone may open shows it', async () => {
    const visit = visitTo(standWith())
    const file = `${harbourPicture.digest}-480.webp`
    const answer = await visit(`/pictures/${file}`)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'image/webp')
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable')
    const tag = answer.headers.get('etag') ?? ''
    const same = await visit(`/pictures/${file}`, { headers: { 'if-none-match': tag } })
    assert.equal(same.status, 304)

    const inRest = { of: async () => [{ door: 'plan', place: 'rest' } as const] }
    const read = () => assert.fail('it was made for somebody who may not see it')
    const changed = { pictureUses: inRest, pictureFiles: { read } }
    const shut = visitTo(standWith({ changed }))
    assert.equal((await shut(`/pictures/${file}`)).status, 404)
    for (const odd of [`${file}x`, `..%2f${file}`, file.toUpperCase(), 'x.webp']) {
      assert.equal((await visit(`/pictures/${odd}`)).status, 404, odd)
    }
  })
})

describe('a picture that has to be made first', () => {
  const ask = async (read: () => Promise<Uint8Array | 'busy' | null>) => {
    const stand = standWith({ changed: { pictureFiles: { read } } })
    const answer = await visitTo(stand)(`/pictures/${harbourPicture.digest}-480.webp`)
    return { answer, reported: stand.reported }
  }

  it('may come later when too many are asked for at once', async () => {
    const { answer } = await ask(async () => 'busy')
    assert.equal(answer.status, 503)
    assert.match(answer.headers.get('retry-after') ?? '', /^\d+$/)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
  })

  it('is not there when it cannot be made, and a failure is told to the operator alone', async () => {
    assert.equal((await ask(async () => null)).answer.status, 404)
    const { answer, reported } = await ask(() => Promise.reject(new Error('the disk is gone')))
    assert.equal(answer.status, 500)
    assert.doesNotMatch(await answer.text(), /disk/)
    assert.match(reported.join(), /the disk is gone/)
  })
})

describe('an empty stand', () => {
  it('says how to put the first feed on it', async () => {
    const visit = visitTo(standWith({ stories: [] }))
    const page = await (await visit('/nl')).text()
    assert.match(page, /De kiosk staat\. Nu de kranten nog\./)
    assert.match(page, /npm run kiosk -- feed add https:\/\/example\.org\/feed\.xml/)
    assert.equal((await visit('/nl/publications')).status, 200)
  })

  it('puts no title above a list of nothing', async () => {
    const page = await (await visitTo(standWith({ stories: [] }))('/nl/publications')).text()
    assert.match(page, /0 publicaties/)
    assert.doesNotMatch(page, /<h2/)
  })
})
