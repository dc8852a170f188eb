import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { standWith } from '../src/web/stand.fixture.ts'
import { visitTo } from '../src/web/visit.fixture.ts'

const visit = visitTo(standWith())

describe('an address that somebody wrote down or guessed', () => {
  const to = async (
    path: string,
    headers: Record<string, string> = { 'accept-language': 'nl' },
  ) => {
    const answer = await visit(path, { headers })
    return `${answer.status} ${answer.headers.get('location')}`
  }

  it('leads on without a language to the reader’s own', async () => {
    assert.equal(await to('/publications'), '302 /nl/publications')
    const story = '/publications/harbour-courier/2025-05-20/night-ferry-saved'
    assert.equal(await to(story), `302 /nl${story}`)
    assert.equal(await to(`${story}?x=1`, { cookie: 'locale=ar' }), `302 /ar${story}?x=1`)
    assert.equal(await to('/Topics/culture'), '302 /nl/topics/culture')
    assert.equal((await visit(story)).headers.get('vary'), 'Cookie, Accept-Language')
    assert.equal((await visit(story)).headers.get('cache-control'), 'private, no-store')
  })

  it('leads on for good from a relative of a language that we have', async () => {
    assert.equal(await to('/en-GB/publications?kind=x'), '301 /en/publications?kind=x')
    assert.equal(await to('/nl_be'), '301 /nl')
    assert.equal(await to('/fi-FI/publications'), '404 null')
    assert.equal(await to('/nl/nowhere'), '404 null')
  })

  it('leads on without the slash at its end, and to the map under its other names', async () => {
    const edition = '/nl/publications/harbour-courier/2025-05-20'
    assert.equal(await to(`${edition}/`), `301 ${edition}`)
    assert.equal(await to('/sitemap_index.xml'), '301 /sitemap.xml')
  })

  it('leads on with the question that was asked', async () => {
    const asked = '/nl/publications?kind=newspaper'
    assert.equal(await to('/nl/publications/?kind=newspaper'), `301 ${asked}`)
    assert.equal(await to('/NL/publications?kind=newspaper'), `301 ${asked}`)
    const story = '2025-05-20/night-ferry-saved?from=post'
    const former = await to(`/nl/publications/courier-of-old/${story}`)
    assert.equal(former, `301 /nl/publications/harbour-courier/${story}`)
  })

  it('never leads to another host, and never anybody who writes', async () => {
    assert.equal(await to('//publications/x'), '404 null')
    assert.equal(await to('/\\evil.example/publications'), '404 null')
    assert.equal((await visit('/publications/x', { method: 'POST' })).status, 404)
  })
})
