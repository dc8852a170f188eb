import assert from 'node:assert/strict'
import { it } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { makeAssets } from './assets.ts'
import { standWith } from './stand.fixture.ts'
import { visitTo } from './visit.fixture.ts'

const assets = makeAssets()
const file = (name: string) => assets.file(assets.address(name).replace('/assets/', ''))

it('all script of a page is at most 8 kB, and made smaller once', () => {
  const script = file('stand.js')
  assert.equal(script?.type, 'text/javascript; charset=utf-8')
  assert.ok(script?.brotli && script.brotli.byteLength <= 8_000)
  assert.deepEqual(brotliDecompressSync(script.brotli), Buffer.from(script.body))
})

it('the script of a page comes in one file, which asks for others only when they are wanted', () => {
  const script = Buffer.from(file('stand.js')?.body ?? []).toString()
  // What an island shares with a file that it fetches later would become a third file.
  assert.doesNotMatch(script, /\bimport\s*["'{*\w]/)
})

it('the player, which is fetched when it is wanted, is at most 12 kB with its styles', () => {
  const script = Buffer.from(file('stand.js')?.body ?? []).toString()
  const name = /import\("\/assets\/(open-\w+\.js)"\)/.exec(script)?.[1] ?? ''
  assert.ok((assets.file(name)?.brotli?.byteLength ?? 12_001) <= 12_000, name)
})

it('the styles of all pages are at most 12 kB', () => {
  assert.ok((file('stand.css')?.brotli?.byteLength ?? 12_001) <= 12_000)
})

it('the icon is drawn in the sizes that home screens ask for', () => {
  for (const size of [180, 192, 512]) {
    const png = Buffer.from(file(`icon-${size}.png`)?.body ?? [])
    assert.equal(png.toString('latin1', 1, 4), 'PNG')
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [size, size])
  }
  assert.match(String(Buffer.from(file('icon.svg')?.body ?? [])), /^<svg [^>]*viewBox="0 0 32 32"/)
})

it('what is not there has no address', () => {
  assert.throws(() => assets.address('stand.exe'), /There is no asset called stand\.exe/)
  assert.equal(assets.file('stand.css'), null)
})

it('the manifest names the stand, begins where languages are chosen, and its icons are there', async () => {
  const visit = visitTo(standWith())
  const answer = await visit('/manifest.webmanifest')
  assert.equal(answer.headers.get('content-type'), 'application/manifest+json')
  const manifest = await answer.json()
  assert.equal(manifest.name, 'The Corner Stand')
  assert.equal(manifest.start_url, '/')
  for (const { src, type } of manifest.icons) {
    const icon = await visit(src)
    assert.equal(icon.status, 200, src)
    assert.equal(icon.headers.get('content-type'), type)
  }
  const page = await (await visit('/nl')).text()
  assert.match(page, /<link rel="manifest" href="\/manifest\.webmanifest">/)
  assert.match(page, /<link rel="apple-touch-icon" href="\/assets\/icon-180-\w+\.png">/)
})
