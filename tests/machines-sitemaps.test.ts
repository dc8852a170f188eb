import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { SaxesParser } from 'saxes'
import type { StoryPlace } from '#catalogue'
import { mapFileNamed, mapPath } from '../src/web/machines/sitemaps/file-names.ts'
import { mostInFile, urlSet } from '../src/web/machines/sitemaps/url-set.ts'
import { standWith } from '../src/web/stand.fixture.ts'
import { stories, type Told } from '../src/web/stories.fixture.ts'
import { visitTo } from '../src/web/visit.fixture.ts'

const protocol = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const news = 'http://www.google.com/schemas/sitemap-news/0.9'
const xhtml = 'http://www.w3.org/1999/xhtml'

interface Element {
  readonly name: string
  readonly space: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Reads XML strictly. */
function elementsIn(xml: string): Element {
  const root: Element = { name: '', space: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => assert.fail(String(error)))
  parser.on('opentag', ({ local, uri, attributes }) => {
    const said = Object.values(attributes).map(({ name, value }) => [name, value])
    const element = {
      name: local,
      space: uri,
      attributes: Object.fromEntries(said),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return root.children[0] ?? root
}

/** A file as the schema of the protocol has it: its elements, in their order, of their kinds. */
function urlsIn(xml: string): readonly Element[] {
  assert.ok(Buffer.byteLength(xml) < 50 * 2 ** 20)
  const set = elementsIn(xml)
  assert.deepEqual([set.name, set.space], ['urlset', protocol])
  assert.ok(set.children.length <= 50_000)
  for (const url of set.children) {
    assert.deepEqual([url.name, url.space], ['url', protocol])
    const own = url.children.filter(({ space }) => space === protocol)
    assert.match(own.map(({ name }) => name).join(), /^loc(,lastmod)?$/)
    const [loc, changed] = own
    assert.ok((loc?.text.length ?? 0) < 2_048)
    assert.equal(new URL(loc?.text ?? '').href, loc?.text)
    if (changed) assert.ok(Temporal.Instant.from(changed.text))
    const others = url.children.filter(({ space }) => space !== protocol)
    for (const { space, name } of others) {
      assert.ok((space === xhtml && name === 'link') || (space === news && name === 'news'))
    }
  }
  return set.children
}

const locOf = (url: Element) => url.children.find(({ name }) => name === 'loc')?.text ?? ''

const visit = visitTo(standWith())
const textAt = async (path: string) => (await visit(path)).text()

/** Every file that the index names, as paths. */
async function filesAt(asked: typeof visit): Promise<readonly string[]> {
  const index = elementsIn(await (await asked('/sitemap.xml')).text())
  assert.deepEqual([index.name, index.space], ['sitemapindex', protocol])
  return index.children.map((file) => {
    assert.deepEqual([file.name, file.children.map(({ name }) => name).join()], ['sitemap', 'loc'])
    return new URL(locOf(file)).pathname
  })
}

describe('the map of the stand', () => {
  it('is an index of files by kind and by month, and every file is there', async () => {
    const files = await filesAt(visit)
    assert.deepEqual(files, [
      '/sitemaps/pages.xml',
      '/sitemaps/publications.xml',
      '/sitemaps/stories-2025-05.xml',
    ])
    for (const file of files) {
      const answer = await visit(file)
      assert.equal(answer.headers.get('content-type'), 'application/xml; charset=utf-8')
      urlsIn(await answer.text())
    }
  })

  it('names every story on the stand once, and pages that are there', async () => {
    const files = await filesAt(visit)
    const found = await Promise.all(
      files.map(async (file) => urlsIn(await textAt(file)).map(locOf)),
    )
    const all = found.flat()
    assert.equal(new Set(all).size, all.length)
    const slugs = stories.flatMap(({ slug, withdrawn }) =>
      withdrawn ? [] : encodeURIComponent(slug),
    )
    for (const slug of slugs)
      assert.equal(all.filter((at) => at.endsWith(`/${slug}`)).length, 1, slug)
    assert.ok(!all.some((at) => at.includes('taken-back')))
    for (const address of all) {
      const { pathname } = new URL(address)
      const answer = await visit(pathname)
      assert.equal(answer.status, 200, pathname)
      const page = await answer.text()
      assert.ok(page.includes(`<link rel="canonical" href="${address}">`), pathname)
      assert.doesNotMatch(page, /<meta name="robots" content="noindex/, pathname)
    }
  })

  it('names a page in every language of the interface, and when it changed', async () => {
    const [url] = urlsIn(await textAt('/sitemaps/stories-2025-05.xml'))
    assert.ok(url)
    const others = url.children.flatMap(({ name, attributes }) =>
      name === 'link' ? [`${attributes.rel} ${attributes.hreflang} ${attributes.href}`] : [],
    )
    const at = (locale: string) => locOf(url).replace('/en/', `/${locale}/`)
    assert.deepEqual(others, [
      ...['en', 'nl', 'de', 'fr', 'es', 'ar'].map((name) => `alternate ${name} ${at(name)}`),
      `alternate x-default ${at('en')}`,
    ])
    assert.equal(url.children[1]?.text, '2025-05-20T04:00:00Z')
    const dutch = visitTo(standWith({ settings: { language: 'nl-BE' } }))
    const [first] = urlsIn(await (await dutch('/sitemaps/pages.xml')).text())
    assert.equal(first && locOf(first), 'https://stand.example/nl')
  })

  it('keeps a file of the longest names within the limits of the protocol', () => {
    const name = '書'.repeat(80)
    const path = `/en/publications/${encodeURIComponent(name)}/2025-05-20/${encodeURIComponent(name)}`
    const pages = Array.from({ length: mostInFile }, () => ({
      path,
      changedAt: Temporal.Instant.from('2025-05-20T04:00:00.123Z'),
    }))
    const publicUrl = new URL('https://a-long-name-for-a-stand.example.org')
    const xml = urlSet({ ...standWith().needs.settings, publicUrl }, pages)
    assert.ok(Buffer.byteLength(xml) < 50 * 2 ** 20)
  })

  it('parts a large month, asks for a file in one question, and counts once a minute', async () => {
    let now = Temporal.Instant.from('2025-05-20T10:00:00Z')
    const moving = { clock: () => now }
    const stand = standWith({ settings: { pageCache: false }, changed: moving })
    const places = (count: number): readonly StoryPlace[] =>
      Array.from({ length: count }, (_, at) => ({
        publicationSlug: 'harbour-courier',
        editionSlug: '2025-05-20',
        slug: `story-${at}`,
        changedAt: Temporal.Instant.from('2025-05-20T04:00:00Z'),
      }))
    const portions: string[] = []
    const changed = {
      ...stand.needs.stories,
      months: () => {
        portions.push('months')
        return Promise.resolve([{ month: '2025-05', stories: mostInFile * 2 + 1 }])
      },
      inMonth: (month: string, { skip, most }: { skip: number; most: number }) => {
        portions.push(`${month} ${skip} ${most}`)
        return Promise.resolve(places(Math.min(most, mostInFile * 2 + 1 - skip)))
      },
    }
    const asked = visitTo({ ...stand, needs: { ...stand.needs, stories: changed } })
    const files = (await filesAt(asked)).filter((file) => file.includes('stories'))
    assert.deepEqual(files, [
      '/sitemaps/stories-2025-05.xml',
      '/sitemaps/stories-2025-05-2.xml',
      '/sitemaps/stories-2025-05-3.xml',
    ])
    await filesAt(asked)
    assert.equal(urlsIn(await (await asked('/sitemaps/stories-2025-05-3.xml')).text()).length, 1)
    assert.deepEqual(portions, ['months', `2025-05 ${mostInFile * 2} ${mostInFile}`])
    now = now.add({ minutes: 1 })
    await filesAt(asked)
    assert.equal(portions.at(-1), 'months')
  })

  it('names a new month a minute after its first story at the latest', async () => {
    let now = Temporal.Instant.from('2025-06-01T10:00:00Z')
    const stand = standWith({ changed: { clock: () => now } })
    const asked = visitTo(stand)
    const june = '/sitemaps/stories-2025-06.xml'
    await filesAt(asked)
    stand.add({ ...stories[0], edition: '2025-06-01', slug: 'first-of-june' } as Told)
    now = now.add({ minutes: 1 })
    assert.ok((await filesAt(asked)).includes(june))
    assert.equal(urlsIn(await (await asked(june)).text()).length, 1)
  })

  it('has no file under a name that is not in the index', async () => {
    for (const file of ['pages-1', 'publications-2', 'stories-2025-13', 'stories-2024-01', 'x']) {
      assert.equal((await visit(`/sitemaps/${file}.xml`)).status, 404, file)
    }
    const file = { kind: 'stories', month: '2025-05', portion: 12 } as const
    assert.deepEqual(mapFileNamed(mapPath(file).split('/')[2] ?? ''), file)
  })

  it('looks for no story behind the end of a month', async () => {
    const stand = standWith()
    const look = visitTo(stand)
    for (const name of ['stories-2025-05-999999', 'stories-0001-01']) {
      assert.equal((await look(`/sitemaps/${name}.xml`)).status, 404)
    }
    assert.ok(!stand.asked.includes('inMonth'))
  })

  it('answers who has a file already with 304', async () => {
    for (const path of ['/sitemap.xml', '/sitemaps/stories-2025-05.xml', '/sitemaps/news.xml']) {
      const tag = (await visit(path)).headers.get('etag') ?? ''
      assert.equal((await visit(path, { headers: { 'if-none-match': tag } })).status, 304, path)
    }
  })
})

describe('the news map', () => {
  it('holds the stories of two days, with publication, language, day and title', async () => {
    const urls = urlsIn(await textAt('/sitemaps/news.xml'))
    const told = urls.map((url) => {
      const facts = url.children.find(({ space }) => space === news)?.children ?? []
      assert.deepEqual(
        facts.map(({ name }) => name),
        ['publication', 'publication_date', 'title'],
      )
      const [publication, date, title] = facts
      const [name, language] = publication?.children ?? []
      return [locOf(url), name?.text, language?.text, date?.text, title?.text]
    })
    assert.deepEqual(told[6], [
      'https://stand.example/nl/publications/polder-en-plan/2025-05-19/de-dijk-die-niemand-ziet',
      'Polder & Plan',
      'nl',
      '2025-05-19',
      'De dijk die niemand meer ziet',
    ])
    assert.deepEqual(
      new Set(told.map(([, , , date]) => date)),
      new Set(['2025-05-20', '2025-05-19']),
    )
  })

  it('lets yesterday’s stories go when the day ends', async () => {
    let now = Temporal.Instant.from('2025-05-20T21:59:59Z')
    const asked = visitTo(standWith({ changed: { clock: () => now } }))
    const count = async () => urlsIn(await (await asked('/sitemaps/news.xml')).text()).length
    assert.equal(await count(), 8)
    now = now.add({ seconds: 1 })
    assert.equal(await count(), 5)
  })
})

describe('robots.txt', () => {
  it('lets everybody in, but for what is no page, and names the map', async () => {
    const answer = await visit('/robots.txt')
    assert.equal(answer.headers.get('content-type'), 'text/plain; charset=utf-8')
    const lines = (await answer.text()).trimEnd().split('\n')
    for (const line of lines) assert.match(line, /^$|^(?:User-agent|Allow|Disallow|Sitemap): \S+$/)
    assert.deepEqual(lines.slice(0, 2), ['User-agent: *', 'Allow: /'])
    const said = (what: string) =>
      lines.filter((line) => line.startsWith(what)).map((line) => line.slice(what.length))
    for (const map of said('Sitemap: ')) {
      assert.equal((await visit(new URL(map).pathname)).status, 200, map)
    }
    const shut = said('Disallow: ').map((rule) => new RegExp(`^${rule.replaceAll('*', '.*')}`))
    for (const path of ['/nl', '/nl/publications/harbour-courier/2025-05-20/bakery-closes']) {
      assert.ok(!shut.some((rule) => rule.test(path)), path)
    }
    const bakery = '/nl/publications/harbour-courier/2025-05-20/bakery-closes'
    const made = ['/narration.json', '/narration.mp3?voice=espeak/nl', '/in/ar'].map(
      (end) => bakery + end,
    )
    for (const path of ['/source.tar.gz', ...made]) {
      assert.ok(
        shut.some((rule) => rule.test(path)),
        path,
      )
    }
  })
})
