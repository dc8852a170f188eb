import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { selling } from '../../access.fixture.ts'
import { standWith } from '../../stand.fixture.ts'
import type { Told } from '../../stories.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'
import { sectionAnchor, sectionsOf } from './sections.ts'

const edition = '/nl/publications/harbour-courier/2025-05-20'

const told = (on: string, slug: string, said: Partial<Told> = {}): Told => ({
  ...{ publication: 'harbour-courier', edition: on, slug, section: '', headline: slug },
  ...{ language: 'en', door: 'open', blocks: [{ kind: 'paragraph', html: 'Low water.' }] },
  ...said,
})

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
  })

  it('says in whole sentences of which day it is and how long it takes to read', async () => {
    const visit = visitTo(standWith())
    const said = 'De editie van dinsdag 20 mei 2025 telt 5 artikelen. Alles lezen duurt ongeveer 5'
    assert.match(await (await visit(edition)).text(), new RegExp(said))
    const stories = Array.from({ length: 70 }, (_, at) => told('2025-05-20', `s-${at}`))
    const long = await (await visitTo(standWith({ stories }))(edition)).text()
    assert.match(long, /70 artikelen\. Alles lezen duurt ongeveer 1 uur en 10 minuten\./)
  })

  it('leads to the edition before and the edition after', async () => {
    const visit = visitTo(standWith())
    assert.match(await (await visit(edition)).text(), /-19" rel="prev">.*?Vorige: 19 mei 2025</)
    const earlier = await (await visit(edition.replace('-20', '-19'))).text()
    assert.match(earlier, /-20" rel="next">.*?Volgende: 20 mei 2025</)
    assert.doesNotMatch(earlier, /Vorige:/)
  })

  it('gives a section the same address whatever its capitals, and every sign one', () => {
    assert.equal(sectionAnchor('Front page'), 'section-front-page')
    assert.equal(sectionAnchor('FRONT PAGE '), 'section-front-page')
    assert.equal(sectionAnchor('ثقافة'), 'section-ثقافة')
    const odd = ['', '🐟', '★', 'More'].map(sectionAnchor)
    assert.equal(new Set(odd).size, odd.length)
    assert.ok(odd.every((anchor) => /^\S+$/.test(anchor)))
  })

  it('keeps stories together whose sections share an address', async () => {
    const [first] = await standWith().needs.stories.newest(1)
    assert.ok(first)
    const named = (section: string) => ({ ...first, section })
    const sections = sectionsOf(['Sea', '', 'Trade', 'sea!'].map(named))
    assert.deepEqual(
      sections.map(({ name, stories }) => [name, stories.length]),
      [
        ['Sea', 2],
        ['Trade', 1],
        ['', 1],
      ],
    )
  })

  it('has an anchor for each of its sections, none twice', async () => {
    const page = await (await visitTo(standWith())(edition)).text()
    const ids = [...page.matchAll(/<section id="([^"]*)"/g)].map(([, id]) => id)
    assert.deepEqual(ids, ['section-front-page', 'section-sea', 'more'])
  })

  it('marks stories in another language than the publication’s, and translations', async () => {
    const stories = [
      told('2025-05-20', 'one', { language: 'ar', translatedFrom: 'nl' }),
      told('2025-05-20', 'two'),
    ]
    const page = await (await visitTo(standWith({ stories }))(edition)).text()
    assert.match(page, /Vertaling, origineel: Nederlands<\/bdi><\/span><span class="tag">Arabisch</)
    assert.equal(page.match(/<span class="tag">Arabisch/g)?.length, 2)
  })

  it('is gone when every story was withdrawn, and leads to what there is', async () => {
    const stand = standWith()
    const visit = visitTo(stand)
    stand.withdraw('herring-prices')
    const answer = await visit(edition.replace('-20', '-19'))
    assert.equal(answer.status, 410)
    assert.match(await answer.text(), /Deze editie is ingetrokken/)
    assert.equal((await visit(edition.replace('-20', '-18'))).status, 404)
  })

  it('says what it costs alone, unless everybody may read it or nobody can pay', async () => {
    const access = selling({ alone: { minor: 250, currency: 'EUR' } })
    const page = async (stories: readonly Told[], has = access) =>
      (await visitTo(standWith({ stories, changed: { access: has } }))(edition)).text()
    const walled = [told('2025-05-20', 'one'), told('2025-05-20', 'two', { door: 'plan' })]
    assert.match(
      await page(walled),
      /<div class="sale"><p>Alleen deze editie kost eenmalig €\s2,50/,
    )
    assert.doesNotMatch(await page(walled), /btw/)
    const saying = { settings: { vat: 'included' }, stories: walled, changed: { access } } as const
    const said = await (await visitTo(standWith(saying))(edition)).text()
    assert.match(said, /class="sale"><p>[^<]* De prijzen zijn inclusief btw\.<\/p>/)
    const open = [told('2025-05-20', 'one')]
    assert.doesNotMatch(await page(open), /class="sale"/)
    assert.doesNotMatch(await page(walled, { ...access, shop: null }), /class="sale"/)
  })

  it('follows its publication to another name', async () => {
    const answer = await visitTo(standWith())('/nl/publications/courier-of-old/2025-05-20')
    assert.equal(answer.status, 301)
    assert.equal(answer.headers.get('location'), edition)
  })
})
