import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { pagesShown } from '../../components/pager.ts'
import { standOfMany } from '../../publications.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'

const great = standOfMany(9_000)
const visit = visitTo(great)

const pageAt = async (path: string, of = visit) => {
  const answer = await of(path)
  assert.equal(answer.status, 200, path)
  return answer.text()
}

const titleIn = (page: string) => /<title>(.*?) \| /.exec(page)?.[1]
const publicationsIn = (page: string) => {
  const results = page.slice(page.indexOf('class="results"'))
  return [...results.matchAll(/<li[^>]*><a href="\/\w+\/publications\/([^"/]+)"/g)].map(
    ([, slug]) => decodeURIComponent(slug ?? ''),
  )
}

describe('the catalogue of 9,000 publications', () => {
  it('says in its title what was chosen and how much there is', async () => {
    assert.equal(
      titleIn(await pageAt('/nl/publications')),
      'Kranten en tijdschriften (9.000 publicaties)',
    )
    const narrow = await pageAt('/en/publications?kind=journal&language=de&page=2')
    assert.match(
      String(titleIn(narrow)),
      /^Newspapers and magazines: Journals and German \(\d+ publications\), page 2$/,
    )
  })

  it('leads through all of them, page by page, none twice', async () => {
    const slugs: string[] = []
    let path = '/nl/publications?look=list'
    for (let pages = 0; path !== ''; pages += 1) {
      assert.ok(pages < 30)
      const page = await pageAt(path)
      slugs.push(...publicationsIn(page))
      path = /href="([^"]+)" rel="next/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    }
    assert.equal(slugs.length, 9_000)
    assert.equal(new Set(slugs).size, 9_000)
  })

  it('shows forty-eight covers, each of which leads to its publication', async () => {
    const page = await pageAt('/en/publications?page=3')
    assert.equal(page.match(/<img /g)?.length, 48)
    assert.equal(publicationsIn(page).length, 48)
  })

  it('puts titles under their letters in the reader’s alphabet, and every letter once', async () => {
    const letters = async (path: string) =>
      [...(await pageAt(path)).matchAll(/<h3><bdi>(.)<\/bdi><\/h3>/g)].map(
        ([, letter]) => letter ?? '',
      )
    assert.equal((await letters('/nl/publications?look=list'))[0], 'A')
    assert.equal((await letters('/ar/publications?look=list'))[0], 'ا')
    const polish = await letters('/en/publications?language=pl&look=list')
    assert.deepEqual(polish, [...new Set(polish)].sort())
    const page = await pageAt('/en/publications?language=pl&look=list')
    const links = /class="by-initial">.*?<\/section>/.exec(page)?.[0] ?? ''
    for (const letter of polish) assert.ok(links.includes(`>${letter}</bdi>`), letter)
  })

  it('puts the newest first when asked to', async () => {
    const page = await pageAt('/en/publications?sort=newest&look=list')
    const days = [...page.matchAll(/datetime="([\d-]+)"/g)].map(([, day]) => day ?? '')
    assert.equal(days.length, 300)
    assert.deepEqual(days, days.toSorted().reverse())
  })

  it('tells what is new on the stand, and what is back after a pause, with their numbers', async () => {
    const page = await pageAt('/en/publications')
    const said = /class="by-arrival">.*?<\/section>/.exec(page)?.[0] ?? ''
    const counts = [...said.matchAll(/arrival=(\w+)".*?<bdi>(.*?)<\/bdi> <span>(\d+)</g)].map(
      ([, value = '', label, count]) => [value, label, Number(count)] as const,
    )
    assert.deepEqual(
      counts.map(([value, label]) => [value, label]),
      [
        ['new', 'New on the stand'],
        ['back', 'Back after a pause'],
      ],
    )
    for (const [value, , count] of counts) {
      assert.ok(count > 20)
      const slugs = publicationsIn(await pageAt(`/en/publications?arrival=${value}&look=list`))
      assert.equal(slugs.length, Math.min(count, 300), value)
    }
  })

  it('marks what was chosen, and gives a way to take each choice away', async () => {
    const page = await pageAt('/en/publications?kind=journal&language=de&name=archiv')
    assert.match(page, /aria-current="true"><bdi>German<\/bdi>/)
    assert.match(
      page,
      /href="\/en\/publications\?kind=journal&amp;name=archiv"[^>]*aria-label="Remove: German"/,
    )
    assert.match(
      page,
      /href="\/en\/publications\?kind=journal&amp;language=de"[^>]*aria-label="Remove: “archiv”"/,
    )
    assert.match(page, /<a class="all" href="\/en\/publications">/)
  })

  it('asks for a name by a form that keeps the other choices', async () => {
    const page = await pageAt('/en/publications?country=NL&sort=newest')
    const form = /<form action="\/en\/publications">.*?<\/form>/.exec(page)?.[0] ?? ''
    const fields = [...form.matchAll(/name="(\w+)" value="(\w*)"/g)].map(([, a, b]) => `${a}=${b}`)
    assert.deepEqual(fields, ['country=NL', 'name=', 'sort=newest'])
  })

  it('keeps a name that is markup from being markup', async () => {
    const page = await pageAt(`/en/publications?${new URLSearchParams({ name: '"><b>x' })}`)
    assert.doesNotMatch(page, /<b>x/)
    assert.match(page, /value="&quot;&gt;&lt;b&gt;x"/)
  })

  it('keeps the question when the language of the page changes', async () => {
    const page = await pageAt('/en/publications?kind=journal')
    assert.match(page, /<a href="\/ar\/publications\?kind=journal" hreflang="ar"/)
    assert.match(page, /<a href="\/en\/publications" aria-current="page">Newspapers/)
  })

  it('lets search engines list all publications and one choice, and nothing else', async () => {
    for (const query of ['', '?page=2', '?language=nl']) {
      const page = await pageAt(`/en/publications${query}`)
      assert.doesNotMatch(page, /noindex/, query)
      assert.ok(
        page.includes(
          `<link rel="canonical" href="https://stand.example/en/publications${query}">`,
        ),
      )
    }
    for (const query of ['?kind=journal&language=nl', '?name=a', '?look=list', '?country=AQ']) {
      assert.match(await pageAt(`/en/publications${query}`), /content="noindex, follow"/, query)
    }
    const page = await pageAt('/en/publications?language=nl')
    for (const [link] of page.matchAll(/<a [^>]*href="[^"]*&amp;(?!page=)[^>]*>/g)) {
      assert.match(link, /rel="[a-z ]*nofollow"/)
    }
  })

  it('is small: a page of three hundred lines takes less than 40 kB', async () => {
    for (const query of ['', '?look=list']) {
      const headers = { 'accept-encoding': 'br' }
      const small = await (await visit(`/nl/publications${query}`, { headers })).bytes()
      assert.ok(brotliDecompressSync(small).length > 50_000)
      assert.ok(small.length < 40_000, `${small.length} bytes`)
    }
  })
})

describe('a question that has another spelling or no answer', () => {
  const to = async (path: string) => {
    const answer = await visit(path)
    return `${answer.status} ${answer.headers.get('location')}`
  }

  it('is sent to its one spelling, and past its last page to that page', async () => {
    assert.equal(await to('/en/publications?kind=comic'), '301 /en/publications')
    assert.equal(
      await to('/en/publications?page=2&language=DE-at'),
      '301 /en/publications?language=de&page=2',
    )
    assert.equal(await to('/en/publications?page=9999'), '302 /en/publications?page=188')
  })

  it('says that no publication fits, with what was chosen', async () => {
    const page = await pageAt('/nl/publications?country=AQ&name=zzz')
    assert.match(page, /Geen publicaties gevonden/)
    assert.match(page, /aria-label="Verwijderen: Antarctica"/)
    assert.doesNotMatch(page, /class="pager"|class="switches"/)
  })
})

describe('the catalogue of a small stand', () => {
  it('has nothing to narrow down where everything is seen at a glance', async () => {
    const page = await pageAt('/en/publications', visitTo(standOfMany(1)))
    assert.match(page, /<h2>1 publication<\/h2>/)
    assert.doesNotMatch(page, /class="narrow"|class="switches"|class="pager"/)
    const empty = await pageAt('/en/publications', visitTo(standOfMany(0)))
    assert.match(empty, /Nothing has come out here yet/)
    assert.doesNotMatch(empty, /<h2|class="narrow"|noindex/)
  })

  it('of fourteen shows all covers on one page, and no choice that says nothing', async () => {
    const page = await pageAt('/en/publications', visitTo(standOfMany(14)))
    assert.equal(publicationsIn(page).length, 14)
    assert.doesNotMatch(page, /class="pager"/)
    const one = await pageAt('/en/publications?language=pl', visitTo(standOfMany(14)))
    assert.doesNotMatch(one, /class="by-kind"/)
    assert.match(one, /class="by-language"/)
    const lines = await pageAt('/en/publications?look=list', visitTo(standOfMany(14)))
    assert.equal(publicationsIn(lines).length, 14)
    assert.doesNotMatch(lines, /<h3/)
  })
})

it('a pager shows the first, the last and the near pages, and no gap of one', () => {
  assert.deepEqual(pagesShown(1, 1), [1])
  assert.deepEqual(pagesShown(1, 9), [1, 2, null, 9])
  assert.deepEqual(pagesShown(4, 9), [1, 2, 3, 4, 5, null, 9])
  assert.deepEqual(pagesShown(5, 9), [1, null, 4, 5, 6, null, 9])
  assert.deepEqual(pagesShown(9, 9), [1, null, 8, 9])
})
