import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createApp } from '../../app.ts'
import { standWith } from '../../stand.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'

const gone = '/nl/publications/harbour-courier/2025-05-20/taken-back'

describe('a notice', () => {
  it('names the publication of a withdrawn story and leads to its newest edition', async () => {
    const answer = await visitTo(standWith())(gone)
    const page = await answer.text()
    assert.equal(answer.status, 410)
    assert.match(page, /Het stond in The Harbour Courier\./)
    assert.match(page, /<a href="\/nl\/publications\/harbour-courier\/2025-05-20"/)
    assert.match(page, /<meta name="robots" content="noindex">/)
  })

  it('leads nowhere that is not there when the whole publication is gone', async () => {
    const stand = standWith()
    const visit = visitTo(stand)
    for (const slug of ['night-ferry-saved', 'bakery-closes', 'pilots-wait-for-fog']) {
      stand.withdraw(slug)
    }
    for (const slug of ['long-headline', 'emoji', 'herring-prices']) stand.withdraw(slug)
    const page = await (await visit(gone)).text()
    assert.match(page, /Dit artikel is ingetrokken/)
    assert.doesNotMatch(page, /Het stond in The Harbour Courier/)
  })

  it('is there when no store is, and offers to try again', async () => {
    const { needs, reported } = standWith()
    const down = <Reader extends object>(reader: Reader): Reader =>
      new Proxy(reader, { get: () => () => Promise.reject(new Error('the disk is gone')) })
    const publications = down(needs.publications)
    const editions = down(needs.editions)
    const app = createApp({ ...needs, publications, editions, stories: down(needs.stories) })
    const answer = await app.request('/nl')
    const page = await answer.text()
    assert.equal(answer.status, 500)
    assert.match(page, /<a class="button" href="\?">Probeer opnieuw</)
    assert.doesNotMatch(page, /disk/)
    assert.equal(reported.length, 1)
  })

  it('offers to try again only where that can help', async () => {
    const page = await (await visitTo(standWith())('/nl/nowhere')).text()
    assert.doesNotMatch(page, /Probeer opnieuw/)
  })
})
