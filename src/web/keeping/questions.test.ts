import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { addresses } from '../addresses.ts'
import { createApp } from '../app.ts'
import { standOfMany } from '../publications.fixture.ts'
import { standWith } from '../stand.fixture.ts'
import { nameOfPage } from './name-of-page.ts'

const named = (path: string) => nameOfPage(new Request(`http://stand.example${path}`))

describe('the name under which a page is kept', () => {
  it('holds the question of the catalogue', () => {
    assert.equal(named('/nl/publications?kind=journal'), '/nl/publications?kind=journal')
    assert.equal(named('/nl/publications'), '/nl/publications')
    assert.notEqual(named('/nl/publications%3Fkind=journal'), '/nl/publications?kind=journal')
  })

  it('holds nothing that was asked of any other page', () => {
    const answering = [addresses.publications, addresses.search, addresses.searchSuggestions]
    for (const address of Object.values(addresses)) {
      if (answering.some((one) => one === address)) continue
      const path = address.replaceAll(/:\w+/g, 'x')
      assert.equal(named(`${path}?kind=journal`), path)
    }
    assert.equal(named('/nl/publications/?kind=journal'), '/nl/publications/')
  })
})

describe('a page that answers questions', () => {
  const asking = () => {
    const stand = standOfMany(200)
    const asked: string[] = []
    const editions = {
      ...stand.needs.editions,
      newestOf: (ids: readonly string[]) => {
        asked.push('newestOf')
        return stand.needs.editions.newestOf(ids)
      },
    }
    const app = createApp({ ...stand.needs, editions })
    const visit = async (query: string, init: RequestInit = {}) =>
      app.request(`/nl/publications${query}`, init)
    return { stand, asked, visit }
  }

  it('is kept question by question, and each question gets its own answer', async () => {
    const { asked, visit } = asking()
    const bodies = new Map<string, string>()
    const queries = ['', '?kind=journal', '?kind=journal&language=de', '?name=a', '?page=2']
    for (const query of queries) bodies.set(query, await (await visit(query)).text())
    assert.equal(new Set(bodies.values()).size, queries.length)
    const before = asked.length
    for (const [query, body] of bodies) assert.equal(await (await visit(query)).text(), body, query)
    assert.equal(asked.length, before, 'nothing was made again')
  })

  it('answers HEAD, 304 and in compressed forms', async () => {
    const { visit } = asking()
    const query = '?kind=journal&sort=newest'
    const whole = await visit(query)
    const tag = whole.headers.get('etag') ?? ''
    assert.equal((await visit(query, { headers: { 'if-none-match': tag } })).status, 304)
    assert.equal((await visit('', { headers: { 'if-none-match': tag } })).status, 200)
    const head = await visit(query, { method: 'HEAD' })
    assert.equal(await head.text(), '')
    assert.equal(head.headers.get('etag'), tag)
    const brotli = await visit(query, { headers: { 'accept-encoding': 'br' } })
    assert.equal(brotli.headers.get('content-encoding'), 'br')
    assert.equal(String(brotliDecompressSync(await brotli.bytes())), await whole.text())
  })

  it('never answers one spelling with the page of another', async () => {
    const { visit } = asking()
    await visit('?kind=journal')
    for (const query of [
      '?kind=journal&',
      '?kind=journal&x=1',
      '?x&kind=journal',
      '?kind=Journal',
    ]) {
      assert.equal((await visit(query)).status, 301, query)
    }
  })

  it('is made anew after any change on the stand', async () => {
    const { stand, asked, visit } = asking()
    for (const query of ['', '?name=a']) {
      await visit(query)
      const before = asked.length
      stand.change({ publicationSlug: 'somebody' })
      await visit(query)
      assert.equal(asked.length, before + 1, query)
    }
  })

  it('lets no number of strange questions push out the pages that many ask for', async () => {
    const { asked, visit } = asking()
    await visit('')
    for (let count = 0; count < 1_000; count += 1) await visit(`?name=${count}`)
    const before = asked.length
    await visit('')
    assert.equal(asked.length, before, 'the catalogue is still kept')
    await visit('?name=0')
    assert.equal(asked.length, before + 1, 'the first strange question is not')
  })
})

it('a page that answers no questions is the same whatever is asked of it', async () => {
  const app = createApp(standWith().needs)
  const plain = await (await app.request('/nl')).text()
  assert.equal(await (await app.request('/nl?kind=journal&page=2')).text(), plain)
})
