import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { standWith } from '../../stand.fixture.ts'
import { nightFerry, visitTo } from '../../visit.fixture.ts'

const { publication, edition, story } = nightFerry

describe('the page of a byline', () => {
  it('has the stories signed so, of every publication, and a feed of them', async () => {
    const visit = visitTo(standWith())
    const answer = await visit('/en/bylines/ines-okafor-lund')
    assert.match(answer.headers.get('cache-control') ?? '', /^public/)
    const page = await answer.text()
    assert.match(page, /<h1 dir="auto">Ines Okafor-Lund<\/h1>/)
    assert.match(page, /night-ferry-saved/)
    assert.match(page, /marfa-alsabah\/2025-05-18/)
    assert.match(page, /\/feeds\/en\/bylines\/ines-okafor-lund\.atom/)
    const feed = await visit('/feeds/en/bylines/ines-okafor-lund.atom')
    assert.match(await feed.text(), /<title>Ines Okafor-Lund/)
    const json = await (await visit('/feeds/en/bylines/ines-okafor-lund.json')).json()
    assert.ok(json.items.length >= 2)
  })

  it('is not there for a name that nobody signs with, and has one spelling', async () => {
    const visit = visitTo(standWith())
    for (const path of [
      '/en/bylines/nobody',
      '/en/bylines/..%2fx',
      '/feeds/en/bylines/nobody.atom',
    ])
      assert.equal((await visit(path)).status, 404, path)
    const moved = await visit('/en/bylines/Ines-Okafor-Lund')
    assert.equal(moved.headers.get('location'), '/en/bylines/ines-okafor-lund')
  })

  it('is led to from the names under a headline', async () => {
    const visit = visitTo(standWith())
    const page = await (await visit(`/nl/publications/${publication}/${edition}/${story}`)).text()
    assert.match(
      page,
      /<p class="signed">Door <a rel="author" href="\/nl\/bylines\/ines-okafor-lund"><bdi>Ines Okafor-Lund<\/bdi><\/a><\/p>/,
    )
    const both = await (
      await visit(`/ar/publications/${publication}/${edition}/bakery-closes`)
    ).text()
    assert.match(
      both,
      /bylines\/tobias-wren.*<\/a>.+<a rel="author" href="\/ar\/bylines\/marit-haug"/,
    )
  })

  it('leaves with the last story that is signed so', async () => {
    const stand = standWith()
    const visit = visitTo(stand)
    assert.equal((await visit('/en/bylines/tobias-wren')).status, 200)
    stand.withdraw('bakery-closes')
    assert.equal((await visit('/en/bylines/tobias-wren')).status, 404)
  })
})
