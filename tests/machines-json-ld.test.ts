import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addresses, href } from '#web'
import { dataBlock } from '../src/web/machines/data-block.ts'
import { shortened, walledPlace } from '../src/web/machines/linked-story.ts'
import { textOf } from '../src/web/page.ts'
import { standWith } from '../src/web/stand.fixture.ts'
import { canary, stories } from '../src/web/stories.fixture.ts'
import { nightFerry, visitTo } from '../src/web/visit.fixture.ts'

const stand = standWith({
  stories: stories.map((story) =>
    story.slug === 'mos'
      ? { ...story, work: 'moss', translatedFrom: 'en', translators: ['Jan de Wit'] }
      : story.slug === 'bakery-closes'
        ? { ...story, work: 'moss' }
        : story,
  ),
})
const visit = visitTo(stand)

interface Thing {
  readonly '@type': string
  readonly [name: string]: unknown
}

const pageAt = async (path: string) => (await visit(path)).text()

/** The things that a page tells of, by their types. */
async function thingsAt(path: string): Promise<ReadonlyMap<string, Thing>> {
  const [, json = ''] =
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await pageAt(path)) ?? []
  const graph: { '@context': string; '@graph': Thing[] } = JSON.parse(json)
  assert.equal(graph['@context'], 'https://schema.org')
  return new Map(graph['@graph'].map((thing) => [thing['@type'], thing]))
}

const storyAt = async (story: string, locale = 'nl', place: object = nightFerry) =>
  (await thingsAt(href(addresses.story, { ...nightFerry, ...place, locale, story }))).get(
    'NewsArticle',
  ) ?? assert.fail('no NewsArticle')

describe('a story in JSON-LD', () => {
  it('has what search engines ask of news', async () => {
    const story = await storyAt('night-ferry-saved')
    const page = 'https://stand.example/nl/publications/harbour-courier/2025-05-20'
    assert.match(String(story.headline), /^Night ferry saved/)
    assert.match(String(story.description), /^After eleven years/)
    assert.equal(story.mainEntityOfPage, `${page}/night-ferry-saved`)
    assert.equal(story.datePublished, '2025-05-20T04:00:00Z')
    assert.equal(story.dateModified, '2025-05-20T04:00:00Z')
    assert.equal(story.inLanguage, 'en')
    assert.equal(story.articleSection, 'Front page')
    assert.deepEqual(story.author, [{ '@type': 'Person', name: 'Ines Okafor-Lund' }])
    assert.deepEqual(story.publisher, {
      '@type': 'Organization',
      name: 'The Harbour Courier',
      url: 'https://www.harbour-courier.example/',
    })
    const images = story.image as { url: string; width: string }[]
    assert.deepEqual(
      images.map(({ width }) => width),
      ['480', '1200'],
    )
    for (const { url } of images) assert.equal((await visit(new URL(url).pathname)).status, 200)
  })

  it('is part of an edition, which is part of a publication, under names without a language', async () => {
    const name = 'https://stand.example/publications/harbour-courier'
    for (const locale of ['nl', 'ar']) {
      const story = await storyAt('night-ferry-saved', locale)
      assert.equal(story['@id'], `${name}/2025-05-20/night-ferry-saved`)
      const issue = story.isPartOf as Thing & { isPartOf: Thing }
      assert.equal(issue['@type'], 'PublicationIssue')
      assert.equal(issue['@id'], `${name}/2025-05-20`)
      assert.equal(issue.isPartOf['@type'], 'Newspaper')
      assert.equal(issue.isPartOf['@id'], name)
    }
  })

  it('says what is not free, and where on the page it would stand', async () => {
    const walled = await storyAt('night-ferry-saved')
    assert.equal(walled.isAccessibleForFree, false)
    const part = { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: walledPlace }
    assert.deepEqual(walled.hasPart, part)
    assert.match(walledPlace, /^\.[a-z]+$/)
    const page = await pageAt(href(addresses.story, { ...nightFerry, locale: 'nl' }))
    const isThere = new RegExp(`class="(?:[^"]* )?${walledPlace.slice(1)}(?: [^"]*)?"`)
    assert.match(page, isThere)

    const open = await storyAt('bakery-closes')
    assert.equal(open.isAccessibleForFree, true)
    assert.equal(open.hasPart, undefined)
  })

  it('tells corrections, and what is a translation of what', async () => {
    const original = await storyAt('bakery-closes')
    const [correction] = original.correction as Thing[]
    assert.match(String(correction?.text), /It was 1951\.$/)
    const [translation] = original.workTranslation as Thing[]
    assert.equal(translation?.inLanguage, 'nl')

    const place = { publication: 'polder-en-plan', edition: '2025-05-19' }
    const translated = await storyAt('mos', 'nl', place)
    const from = translated.translationOfWork as Thing
    assert.equal(from['@id'], original['@id'])
    assert.deepEqual(translated.translator, [{ '@type': 'Person', name: 'Jan de Wit' }])
    assert.equal(translated.workTranslation, undefined)
  })

  it('lets the publication sign what nobody signed', async () => {
    const story = await storyAt('emoji')
    assert.equal((story.author as Thing).name, 'The Harbour Courier')
    assert.equal(story.description, undefined)
  })

  it('tells nothing of the rest', async () => {
    assert.doesNotMatch(JSON.stringify(await storyAt('night-ferry-saved')), new RegExp(canary))
  })

  it('shortens a headline that is longer than search engines show, between words', async () => {
    const { headline } = await storyAt('long-headline')
    assert.ok(Array.from(String(headline)).length <= 110)
    assert.match(String(headline), /\w…$/)
    assert.equal(shortened('🐟'.repeat(110)), '🐟'.repeat(110))
    assert.equal(shortened('🐟'.repeat(111)), `${'🐟'.repeat(109)}…`)
  })
})

describe('other pages in JSON-LD', () => {
  it('tell of the stand, a publication and an edition', async () => {
    const front = await thingsAt('/nl')
    assert.equal(front.get('WebSite')?.url, 'https://stand.example/nl')
    assert.equal(front.get('Organization')?.name, 'The Corner Stand')
    const logo = front.get('Organization')?.logo as { url: string }
    assert.equal((await visit(new URL(logo.url).pathname)).status, 200)

    const paper = (await thingsAt('/nl/publications/harbour-courier')).get('Newspaper')
    assert.equal(paper?.sameAs, 'https://www.harbour-courier.example/')
    const magazine = (await thingsAt('/nl/publications/polder-en-plan')).get('Periodical')
    assert.equal(magazine?.name, 'Polder & Plan')

    const place = '/nl/publications/harbour-courier/2025-05-20'
    const issue = (await thingsAt(place)).get('PublicationIssue')
    assert.equal(issue?.datePublished, '2025-05-20')
    assert.equal(issue?.url, `https://stand.example${place}`)
  })

  it('tell the way to a page, by pages that exist', async () => {
    const path = href(addresses.story, { ...nightFerry, locale: 'ar' })
    const steps = (await thingsAt(path)).get('BreadcrumbList')?.itemListElement as {
      position: number
      name: string
      item: string
    }[]
    assert.deepEqual(
      steps.map(({ position }) => position),
      [1, 2, 3, 4],
    )
    assert.equal(steps[2]?.name, '٢٠ مايو ٢٠٢٥')
    assert.equal(steps.at(-1)?.item, `https://stand.example${path}`)
    for (const { item } of steps) assert.equal((await visit(new URL(item).pathname)).status, 200)
  })

  it('tell the way to an archive, a topic and the catalogue as well', async () => {
    const wayTo = async (path: string) => {
      const steps = (await thingsAt(path)).get('BreadcrumbList')?.itemListElement as Thing[]
      return steps.map(({ item }) => new URL(String(item)).pathname)
    }
    const paper = '/nl/publications/harbour-courier'
    const archive = `${paper}/archive/2025`
    assert.deepEqual(await wayTo(archive), ['/nl', paper, archive])
    assert.deepEqual(await wayTo('/nl/topics/food'), ['/nl', '/nl/topics', '/nl/topics/food'])
    assert.deepEqual(await wayTo('/nl/publications'), ['/nl', '/nl/publications'])
  })

  it('leave it out where there is nothing to tell', async () => {
    assert.doesNotMatch(await pageAt('/nl/publications/nowhere'), /ld\+json/)
  })
})

describe('a data block', () => {
  it('cannot be ended by what stands in it', () => {
    const name = '</script><!--<script>&\u2028\u2029'
    const graph = {
      '@context': 'https://schema.org',
      '@graph': [{ '@type': 'Person', name }],
    } as const
    const block = textOf(dataBlock(graph))
    assert.equal(block.match(/</g)?.length, 2)
    assert.doesNotMatch(block, /[\u2028\u2029]|-->/)
    const json = block.replace(/^<script[^>]*>|<\/script>$/g, '')
    assert.deepEqual(JSON.parse(json), graph)
  })
})

describe('the head', () => {
  it('names one address, and the same page in every language with one for all others', async () => {
    const page = await pageAt(href(addresses.story, { ...nightFerry, locale: 'nl' }))
    const story = '/publications/harbour-courier/2025-05-20/night-ferry-saved'
    assert.match(page, new RegExp(`<link rel="canonical" href="https://stand.example/nl${story}">`))
    const links = [...page.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g)]
    assert.deepEqual(
      links.map(([, language, address]) => [
        language,
        address?.slice('https://stand.example'.length),
      ]),
      [
        ...['en', 'nl', 'de', 'fr', 'es', 'ar'].map((name) => [name, `/${name}${story}`]),
        ['x-default', `/en${story}`],
      ],
    )
  })

  it('tells other sites about a story in the story’s own language', async () => {
    const page = await pageAt(href(addresses.story, { ...nightFerry, locale: 'ar' }))
    const said = new Map(
      [...page.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)">/g)].map(
        ([, name = '', content = '']) => [name, content],
      ),
    )
    assert.equal(said.get('og:type'), 'article')
    assert.equal(said.get('og:locale'), 'en_US')
    assert.equal(said.get('article:published_time'), '2025-05-20T04:00:00Z')
    assert.equal(said.get('article:section'), 'Front page')
    assert.equal(said.get('og:image:width'), '1200')
    assert.equal(said.get('twitter:card'), 'summary_large_image')
    assert.match(await pageAt('/nl'), /<meta property="og:locale" content="nl_NL">/)
    assert.match(await pageAt('/nl'), /<meta property="og:locale:alternate" content="ar_EG">/)
  })

  it('keeps notices and made-up languages out of every index', async () => {
    const none = /<meta name="robots" content="noindex">/
    assert.match(await pageAt('/nl/publications/nowhere'), none)
    assert.doesNotMatch(await pageAt('/nl'), /noindex/)
    const disguised = visitTo(standWith({ settings: { pseudoLocales: true } }))
    assert.match(await (await disguised('/en-XA')).text(), none)
  })

  it('names the feed of the stand, a publication and a topic, and each is there', async () => {
    for (const path of ['/nl', '/nl/publications/marfa-alsabah', '/nl/topics/culture']) {
      const page = await pageAt(path)
      const link =
        /<link rel="alternate" type="application\/(?:atom\+xml|feed\+json)" title="[^"]+" href="([^"]+)">/g
      const found = [...page.matchAll(link)].map(([, address = '']) => address)
      assert.equal(found.length, 2, path)
      for (const address of found) assert.equal((await visit(address)).status, 200, address)
      assert.ok(page.includes(`<p class="feed"><a href="${found[0]}"`), path)
    }
  })
})
