import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Collection } from '#catalogue'
import { collectionsInMemory, stillWater } from '../../collections.fixture.ts'
import { type Stand, standWith } from '../../stand.fixture.ts'
import { stories } from '../../stories.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'

const now = Temporal.Instant.from('2025-05-20T10:00:00Z')
const withCollections = (...given: readonly Collection[]): Stand =>
  standWith({ changed: collectionsInMemory(stories, () => {}, given) })
const textAt = async (stand: Stand, path: string) => (await visitTo(stand)(path)).text()
const linksIn = (page: string) =>
  [...page.matchAll(/class="headline"[^>]*><a href="\/en\/publications\/[^"]*\/([^"/]+)"/g)].map(
    ([, slug]) => slug,
  )

describe('the page of a collection', () => {
  it('says who chose, and why beside every story, in the editor’s order', async () => {
    const page = await textAt(standWith(), '/en/collections/still-water')
    assert.deepEqual(linksIn(page), ['pilots-wait-for-fog', 'bakery-closes'])
    assert.match(page, /Chosen by Mirre Holtslag/)
    assert.equal(page.match(/Why Mirre Holtslag chose it/g)?.length, 2)
    assert.match(page, /<p class="said" lang="en" dir="ltr">It smells of bread, and says why\.</)
    assert.match(page, /<p>What a harbour does .*<\/p><p>Two stories to read slowly\.<\/p>/)
  })

  it('is in the reader’s language, and its words in the editor’s', async () => {
    const page = await textAt(standWith(), '/ar/collections/still-water')
    assert.match(page, /<html lang="ar" dir="rtl"/)
    assert.match(page, /<h1 lang="en" dir="ltr">Still water<\/h1>/)
    assert.match(page, /لماذا اختاره ⁨Mirre Holtslag⁩/)
    assert.match(page, /class="tag">الإنجليزية</)
  })

  it('is not there before it begins, and stays when it has ended', async () => {
    const statusOf = async (said: Partial<Collection>) => {
      const stand = withCollections({ ...stillWater, ...said })
      const paths = ['/en/collections/still-water', '/feeds/en/collections/still-water.atom']
      const answers = await Promise.all(paths.map((path) => visitTo(stand)(path)))
      return answers.map(({ status }) => status)
    }
    assert.deepEqual(await statusOf({ starts: null }), [404, 404])
    assert.deepEqual(await statusOf({ starts: now.add({ seconds: 1 }) }), [404, 404])
    assert.deepEqual(await statusOf({ ends: now }), [200, 200])
    const ended = withCollections({ ...stillWater, ends: now })
    assert.match(await textAt(ended, '/en/collections/still-water'), /Ended on 20 May 2025/)
    assert.match(await textAt(ended, '/en/collections'), /Earlier collections/)
  })

  it('drops a story that is withdrawn, also where the page was kept', async () => {
    const stand = standWith()
    const visit = visitTo(stand)
    const path = '/en/collections/still-water'
    assert.match(await (await visit(path)).text(), /bakery-closes/)
    stand.withdraw('bakery-closes')
    assert.doesNotMatch(await (await visit(path)).text(), /bakery-closes/)
    stand.withdraw('pilots-wait-for-fog')
    assert.match(await (await visit(path)).text(), /None of its stories is on the stand any more/)
    assert.doesNotMatch(await (await visit('/en/collections')).text(), /Still water/)
    assert.doesNotMatch(await (await visit('/en')).text(), /Still water/)
  })

  it('is kept no longer than until it ends', async () => {
    let at = now
    const given = [{ ...stillWater, ends: now.add({ hours: 1 }) }]
    const memory = collectionsInMemory(stories, () => {}, given)
    const visit = visitTo(standWith({ changed: { ...memory, clock: () => at } }))
    const shown = async (path: string) => /Still water/.test(await (await visit(path)).text())
    assert.deepEqual([await shown('/en'), await shown('/nl')], [true, true])
    at = now.add({ hours: 1 })
    assert.deepEqual([await shown('/en'), await shown('/nl')], [false, false])
    assert.equal(await shown('/en/collections'), true)
  })

  it('tells programs what it is, in JSON-LD, in feeds and on the map', async () => {
    const stand = standWith()
    const page = await textAt(stand, '/en/collections/still-water')
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? ''
    const [thing] = JSON.parse(data)['@graph']
    assert.equal(thing['@type'], 'CollectionPage')
    assert.equal(thing.editor.name, 'Mirre Holtslag')
    assert.match(thing.mainEntity.itemListElement[1].url, /\/bakery-closes$/)
    assert.match(page, /rel="alternate" type="application\/atom\+xml"[^>]*still-water\.atom/)
    const feed = JSON.parse(await textAt(stand, '/feeds/en/collections/still-water.json'))
    assert.equal(feed.authors[0].name, 'Mirre Holtslag')
    assert.match(feed.items[0].content_html, /Nobody else writes so well of waiting/)
    const atom = await textAt(stand, '/feeds/nl/collections/still-water.atom')
    assert.match(atom, /Waarom Mirre Holtslag het koos/)
    const map = await textAt(stand, '/sitemaps/pages.xml')
    assert.match(map, /\/en\/collections\/still-water</)
  })
})

describe('the page of all collections', () => {
  it('shows the reader’s language first, and says so when there is none', async () => {
    const dutch = { ...stillWater, id: 'd', slug: 'dutch', title: 'Stil water', language: 'nl' }
    const stand = withCollections(stillWater, dutch)
    const titles = async (path: string) =>
      [...(await textAt(stand, path)).matchAll(/collections\/(dutch|still-water)"/g)].map(
        ([, slug]) => slug,
      )
    assert.deepEqual(await titles('/en/collections'), ['still-water', 'dutch'])
    assert.deepEqual(await titles('/nl/collections'), ['dutch', 'still-water'])
    assert.match(await textAt(withCollections(), '/nl/collections'), /nog geen redacteur/)
  })
})

describe('collections on the front page', () => {
  const titlesOn = async (path: string, ...given: readonly Collection[]) =>
    [
      ...(await textAt(withCollections(...given), path)).matchAll(
        /<h3[^>]*><a[^>]*collections\/([^"]+)"/g,
      ),
    ].map(([, slug]) => slug)
  const called = (slug: string, said: Partial<Collection> = {}) => ({
    ...stillWater,
    ...{ id: slug, slug, ...said },
  })

  it('are those that run, in the page’s language or marked for all', async () => {
    const given = [
      called('own', { everywhere: false }),
      called('dutch', { everywhere: false, language: 'nl' }),
      called('draft', { starts: null }),
      called('over', { ends: now }),
    ]
    assert.deepEqual(await titlesOn('/en', ...given), ['own'])
    assert.deepEqual(await titlesOn('/nl', ...given), ['dutch'])
    assert.deepEqual(await titlesOn('/de', ...given), [])
    assert.deepEqual(await titlesOn('/de', called('all')), ['all'])
  })

  it('are two at most, the page’s language first', async () => {
    const given = [called('one'), called('two'), called('dutch', { language: 'nl' })]
    assert.deepEqual(await titlesOn('/nl', ...given), ['dutch', 'one'])
  })

  it('stand with every reason, and the page says why each part of it is there', async () => {
    const page = await textAt(standWith(), '/en')
    assert.match(page, /class="said" lang="en" dir="ltr">Nobody else writes so well of waiting/)
    assert.match(page, /<p class="why">The newest, in English first</)
    assert.match(page, /<p class="why">The last to come out</)
    assert.match(
      page,
      /chosen by the editors who are named there\. Everybody sees the same page\. <a href="\/en\/about"/,
    )
    assert.doesNotMatch(await textAt(withCollections(), '/en'), /editors who are named there/)
  })
})
