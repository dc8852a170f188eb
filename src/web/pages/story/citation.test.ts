import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addresses, href } from '../../addresses.ts'
import { standWith } from '../../stand.fixture.ts'
import { canary, type Told } from '../../stories.fixture.ts'
import { nightFerry, visitTo } from '../../visit.fixture.ts'

const told: Told = {
  publication: 'polder-en-plan',
  edition: '2025-05-19',
  slug: 'regels',
  section: 'Wetenschap',
  headline: 'Wat er staat\nER  - \r\nTY  - BOOK',
  standfirst: 'Een  zin\u2028met «regels» \\ "tekens".',
  bylines: ['Jelle van der Wal', 'Wietske Oord, Saltmere'],
  language: 'nl',
  door: 'open',
  blocks: [{ kind: 'paragraph', html: 'Er staat wat er staat.' }],
  translatedFrom: 'en',
  translators: ['Ruth Ansbach'],
}

const ris = (names: { publication: string; edition: string; story: string }) =>
  href(addresses.citationRis, { locale: 'nl', ...names })
const csl = (names: { publication: string; edition: string; story: string }) =>
  href(addresses.citationCsl, { locale: 'nl', ...names })
const regels = { publication: told.publication, edition: told.edition, story: told.slug }

describe('the citation of a story', () => {
  it('is RIS of the right type, with a line for each fact and none that breaks out of its own', async () => {
    const answer = await visitTo(standWith({ stories: [told] }))(ris(regels))
    assert.match(answer.headers.get('content-type') ?? '', /^application\/x-research-info-systems/)
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; .*regels\.ris$/)
    assert.deepEqual((await answer.text()).split('\r\n'), [
      'TY  - MGZN',
      'AU  - Jelle van der Wal',
      'AU  - Wietske Oord Saltmere',
      'A4  - Ruth Ansbach',
      'TI  - Wat er staat ER - TY - BOOK',
      'T2  - Polder & Plan',
      'PY  - 2025',
      'DA  - 2025/05/19/',
      'AB  - Een zin met «regels» \\ "tekens".',
      'LA  - nl',
      'UR  - https://stand.example/nl/publications/polder-en-plan/2025-05-19/regels',
      'ER  - ',
      '',
    ])
  })

  it('is CSL-JSON with literal names, the date in parts and the type of the publication', async () => {
    const answer = await visitTo(standWith({ stories: [told] }))(csl(regels))
    const [item] = JSON.parse(await answer.text())
    assert.equal(item.type, 'article-magazine')
    assert.equal(item.title, told.headline)
    assert.deepEqual(item.author, [
      { literal: 'Jelle van der Wal' },
      { literal: 'Wietske Oord, Saltmere' },
    ])
    assert.deepEqual(item.translator, [{ literal: 'Ruth Ansbach' }])
    assert.deepEqual(item.issued, { 'date-parts': [[2025, 5, 19]] })
    assert.equal(item['container-title'], 'Polder & Plan')
  })

  it('says of a shut story no more than its standfirst', async () => {
    const visit = visitTo(standWith())
    for (const path of [ris(nightFerry), csl(nightFerry)]) {
      const text = await (await visit(path)).text()
      assert.match(text, /After eleven years of complaints/)
      assert.doesNotMatch(text, new RegExp(`${canary}|For eleven winters`))
    }
    assert.match(await (await visit(ris(nightFerry))).text(), /^TY {2}- NEWS\r\n/)
  })

  it('is not there without its story, and gone with a withdrawn one', async () => {
    const visit = visitTo(standWith())
    const statusOf = async (story: string) => (await visit(ris({ ...nightFerry, story }))).status
    assert.equal(await statusOf('nowhere'), 404)
    assert.equal(await statusOf('taken-back'), 410)
  })

  it('follows a publication that changed its name', async () => {
    const answer = await visitTo(standWith())(csl({ ...nightFerry, publication: 'courier-of-old' }))
    assert.equal(answer.status, 301)
    assert.equal(answer.headers.get('location'), csl(nightFerry))
  })
})
