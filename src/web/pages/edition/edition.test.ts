import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { standWith } from '../../stand.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'

const edition = '/nl/publications/harbour-courier/2025-05-20'

describe('the edition page', () => {
  it('lists its stories by section in page order, those without a section last', async () => {
    const page = await (await visitTo(standWith())(edition)).text()
    const parts = [
      ...page.matchAll(/<h2>(?:<bdi[^>]*>)?(.*?)<|<h3[^>]*><a href="[^"]*\/([^"/]+)"/g),
    ]
    assert.deepEqual(
      parts.map(([, section, slug]) => section ?? slug),
      [
        ...['Front page', 'night-ferry-saved', 'bakery-closes'],
        ...['Sea', 'pilots-wait-for-fog', 'emoji'],
        ...['Meer artikelen', 'long-headline'],
      ],
    )
    assert.match(page, /5 artikelen, 5 minuten/)
  })

  it('leads to the edition before and the edition after', async () => {
    const visit = visitTo(standWith())
    assert.match(await (await visit(edition)).text(), /-19">Vorige: 19 mei 2025</)
    const earlier = await (await visit(edition.replace('-20', '-19'))).text()
    assert.match(earlier, /-20">Volgende: 20 mei 2025</)
    assert.doesNotMatch(earlier, /Vorige:/)
  })

  it('is not there when every story was withdrawn', async () => {
    const stand = standWith()
    const visit = visitTo(stand)
    stand.withdraw('herring-prices')
    assert.equal((await visit(edition.replace('-20', '-19'))).status, 404)
  })
})

describe('the page of a publication', () => {
  it('says what it is and shows its editions, the newest first', async () => {
    const page = await (await visitTo(standWith())('/nl/publications/harbour-courier')).text()
    assert.match(page, /<h1 lang="en" dir="ltr">The Harbour Courier</)
    assert.match(page, /Krant/)
    assert.match(page, /Website: harbour-courier\.example/)
    const editions = [...page.matchAll(/<li class="copy"><a href="[^"]*\/([^"/]+)"/g)]
    assert.deepEqual(
      editions.map(([, slug]) => slug),
      ['2025-05-20', '2025-05-19'],
    )
  })
})

describe('the page of all publications', () => {
  it('names every one under its letter', async () => {
    const page = await (await visitTo(standWith())('/nl/publications')).text()
    const names = [...page.matchAll(/<h3><bdi>(.*?)<\/bdi>|<li><a [^>]*publications\/([a-z-]+)"/g)]
    assert.deepEqual(
      names.map(([, letter, slug]) => letter ?? slug),
      ['P', 'polder-en-plan', 'T', 'harbour-courier', 'م', 'marfa-alsabah'],
    )
  })
})
