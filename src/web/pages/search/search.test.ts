import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { IndexState, SearchAnswer } from '#search'
import { openGoldStand } from '../../gold.fixture.ts'
import { standWith } from '../../stand.fixture.ts'
import { canary, stories } from '../../stories.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'

const pageAt = async (path: string, stand = standWith()) => {
  const answer = await visitTo(stand)(path)
  assert.equal(answer.status, 200, path)
  return { answer, page: await answer.text() }
}

/** The headlines of results, with what is marked in them. */
const headlines = (page: string) =>
  [...page.matchAll(/<h3 class="headline"[^>]*><a[^>]*>(.*?)<\/a>/g)].map(([, text]) => text)

/** A stand whose index says this, whatever it is asked. */
function saying(said: Partial<SearchAnswer>, state: IndexState = { state: 'ready' }) {
  const { search } = standWith().needs
  const told: SearchAnswer = {
    ...{
      hits: [],
      count: 0,
      atLeast: false,
      facets: null,
      meant: null,
      loose: false,
      narrow: false,
    },
    ...said,
  }
  return standWith({
    changed: { search: { ...search, search: async () => told, state: async () => state } },
  })
}

describe('the page of search', () => {
  it('shows what was found, marked, with the ways to narrow it down', async () => {
    const { page } = await pageAt('/en/search?q=ferry')
    assert.match(headlines(page)[0] ?? '', /^Night <mark>ferry<\/mark> saved as islanders vote/)
    assert.match(page, /<h2>5 stories<\/h2>/)
    assert.match(
      page,
      /href="\/en\/search\?q=ferry&amp;language=nl" rel="nofollow"><bdi>Dutch<\/bdi> <span>1<\/span>/,
    )
    assert.match(page, /<meta name="robots" content="noindex, follow">/)
    assert.match(page, /<title>ferry: what was found \| The Corner Stand<\/title>/)
  })

  it('keeps what was chosen in its form, and takes it away by a link', async () => {
    const { page } = await pageAt('/en/search?q=ferry&language=en&order=newest')
    assert.match(
      page,
      /name="q" value="ferry"[^>]*>.*?<input type="hidden" name="language" value="en"><input type="hidden" name="order" value="newest">/s,
    )
    assert.match(
      page,
      /href="\/en\/search\?q=ferry&amp;order=newest" rel="nofollow" aria-label="Remove: English"/,
    )
    assert.match(page, /<h2>3 stories<\/h2>/)
  })

  it('shows publications that are called so, before any story', async () => {
    const { page } = await pageAt('/en/search?q=harbour+courier')
    const called = page.indexOf('Publications by that name')
    assert.ok(called > 0 && called < page.indexOf('<ul class="cards">'))
    assert.match(
      page,
      /<ul class="shelf"><li class="copy"><a href="\/en\/publications\/harbour-courier">/,
    )
    assert.doesNotMatch(
      (await pageAt('/en/search?q=harbour+-courier')).page,
      /Publications by that name/,
    )
  })

  it('sends every other spelling of a question to its one', async () => {
    const visit = visitTo(standWith())
    for (const [asked, to] of [
      ['/en/search?q=', '/en/search'],
      ['/en/search?order=newest&q=%20ferry', '/en/search?q=ferry&order=newest'],
      ['/en/search?q=ferry&publication=nowhere', '/en/search?q=ferry'],
      ['/en/search?q=ferry&page=9', '/en/search?q=ferry'],
    ] as const) {
      assert.equal((await visit(asked)).headers.get('location'), to, asked)
    }
  })

  it('says what may be meant, what was loosened, and that there is more', async () => {
    const meant = saying({ meant: 'night ferry' })
    assert.match(
      (await pageAt('/en/search?q=nite+fery', meant)).page,
      /<a href="\/en\/search\?q=night\+ferry" rel="nofollow">Did you mean night ferry\?<\/a>/,
    )
    assert.match((await pageAt('/en/search?q=zz+ferry')).page, /No story has all these words/)
    assert.match(
      (await pageAt('/en/search?q=the', saying({ narrow: true }))).page,
      /narrow it down/,
    )
    const hits = ['harbour-courier/2025-05-20/bakery-closes']
    const many = saying({ hits, count: 1000, atLeast: true })
    const { page } = await pageAt('/en/search?q=day&page=2', many)
    assert.match(page, /<h2>More than 1,000 stories<\/h2><span>Page 2 of 50<\/span>/)
    for (const [locale, said] of [
      ['nl', 'Meer dan 1.000 artikelen'],
      ['de', 'Mehr als 1.000 Artikel'],
      ['fr', 'Plus de 1\u202f000 articles'],
      ['es', 'Más de 1000 artículos'],
      ['ar', 'أكثر من ١٬٠٠٠ مقال'],
    ] as const) {
      const counted = (await pageAt(`/${locale}/search?q=day`, many)).page
      assert.equal(/<h2>([^<]*\d[^<]*|[^<]*[٠-٩][^<]*)<\/h2>/.exec(counted)?.[1], said)
    }
    assert.match(page, /rel="next nofollow"/)
  })

  it('says how far the index is, is kept by nobody then, and still shows publications', async () => {
    const building = saying({ narrow: true }, { state: 'building', done: 40, of: 100 })
    const { page, answer } = await pageAt('/en/search?q=courier', building)
    assert.match(page, /<p role="status">Everything is being read for searching: 40% is done/)
    assert.match(page, /Publications by that name/)
    assert.doesNotMatch(page, /Nothing found/)
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    const broken = saying({}, { state: 'broken', why: '/data/search/index.db is malformed' })
    const other = (await pageAt('/en/search?q=courier', broken)).page
    assert.match(other, /Search is being repaired/)
    assert.doesNotMatch(other, /index\.db/)
  })

  it('begins with topics and with what can be typed, in the words of its language', async () => {
    const about = stories.map((told) => ({ ...told, topic: 'culture' as const }))
    const { page } = await pageAt('/nl/search', standWith({ stories: about }))
    assert.match(page, /<a href="\/nl\/topics\/culture">Cultuur<\/a>/)
    assert.match(page, /<details class="typing" open>/)
    assert.match(page, /<bdi>door:haug<\/bdi>/)
    const { page: found } = await pageAt('/nl/search?q=von%3Ahaug')
    assert.match(found, /<mark>Haug<\/mark>/)
  })

  it('says when nothing is found, with the ways on', async () => {
    const { page } = await pageAt('/en/search?q=zzz')
    assert.match(page, /Nothing found/)
    assert.doesNotMatch(page, /class="choices"/)
  })
})

describe('what a stranger finds', () => {
  it('is the same page for all of them, and comes from leads alone', async () => {
    const visit = visitTo(standWith())
    const one = await visit('/en/search?q=horn')
    assert.match(one.headers.get('cache-control') ?? '', /^public, max-age=10/)
    assert.doesNotMatch(await one.text(), new RegExp(canary))
    const none = await (await visit(`/en/search?q=${canary}`)).text()
    const other = await (await visit('/en/search?q=quillfeather-sigma')).text()
    assert.equal(none.replaceAll('omega', ''), other.replaceAll('sigma', ''))
  })
})

describe('a reader who may read everything', () => {
  it('is asked about each time, looks in all rests, and is shown where it stands', async () => {
    await using gold = await openGoldStand()
    const reader = await gold.reader()
    const scopes: string[] = []
    const { search } = gold.stand.needs
    const whole = {
      ...search,
      search: async (call: Parameters<typeof search.search>[0]) => {
        scopes.push(call.scope.rests)
        const hits = ['harbour-courier/2025-05-20/night-ferry-saved']
        return { ...(await search.search(call)), hits, count: 1, loose: false }
      },
    }
    Object.assign(gold.stand.needs, { search: whole })
    const visit = visitTo(gold.stand)
    const asked = (headers: Record<string, string>) =>
      visit('/en/search?q=quillfeather', { headers })
    assert.doesNotMatch(await (await asked({ cookie: reader.cookie })).text(), /<mark>quill/)
    await reader.post('/en/plans/voucher', { code: await gold.voucher(1), consent: 'yes' })
    const answer = await asked({ cookie: reader.cookie })
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    assert.match(await answer.text(), /expected the <mark>quillfeather<\/mark>-omega/)
    const rests = () => gold.stand.asked.filter((name) => name === 'blocksOfEach').length
    assert.equal(rests(), 1)
    const { cookie } = reader
    const lead = await visit('/en/search?q=eleven+winters', { headers: { cookie } })
    assert.match(await lead.text(), /For <mark>eleven<\/mark> <mark>winters<\/mark> the people/)
    assert.equal(rests(), 1, 'the lead says all')
    assert.doesNotMatch(await (await asked({})).text(), /expected the/)
    gold.wait({ hours: 24 * 60 })
    assert.doesNotMatch(await (await asked({ cookie: reader.cookie })).text(), /expected the/)
    assert.deepEqual(scopes, ['none', 'all', 'all', 'none', 'none'])
  })
})

describe('suggestions', () => {
  it('are publications and headlines, the same for everybody, with a sentence that counts them', async () => {
    const answer = await visitTo(standWith())('/en/search/suggestions?q=harb')
    assert.match(answer.headers.get('cache-control') ?? '', /^public/)
    const { says, found } = await answer.json()
    assert.deepEqual(found[0], {
      title: 'The Harbour Courier',
      language: 'en',
      at: '/en/publications/harbour-courier',
      about: 'Newspaper',
    })
    assert.equal(says, `${found.length} ${found.length === 1 ? 'suggestion' : 'suggestions'}`)
  })

  it('are none for nothing', async () => {
    const answer = await visitTo(standWith())('/nl/search/suggestions')
    assert.deepEqual(await answer.json(), { says: '0 suggesties', found: [] })
  })
})

it('browsers are told how to search the stand from their own field', async () => {
  const { page } = await pageAt('/nl')
  assert.match(
    page,
    /<link rel="search" type="application\/opensearchdescription\+xml" title="The Corner Stand" href="\/opensearch\.xml">/,
  )
  const described = await (await visitTo(standWith())('/opensearch.xml')).text()
  assert.match(described, /template="https:\/\/stand\.example\/en\/search\?q=\{searchTerms\}"/)
})
