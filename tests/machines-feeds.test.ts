import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type AtomFeed, type JsonFeed, parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { SaxesParser } from 'saxes'
import { lengthOf, type PublicStory, plainTextOf } from '#catalogue'
import type { Draft } from '#ingest'
import { readHere } from '../src/ingest/read-here.ts'
import { standWith } from '../src/web/stand.fixture.ts'
import { canary, stories } from '../src/web/stories.fixture.ts'
import { visitTo } from '../src/web/visit.fixture.ts'

/** Headlines that break careless writers of XML, JSON and HTML. */
const odd = [
  { slug: 'marks', headline: 'R&D <b>cut</b> to "zero" ]]> \u0000\u000B&amp;', language: 'en' },
  { slug: 'mixed', headline: 'Kiosk يفتح أبوابه', language: 'ar' },
] as const

const plain = stories.find(({ slug }) => slug === 'bakery-closes')
assert.ok(plain)
const stand = standWith({
  stories: [
    ...stories.map((story) => ({ ...story, topic: 'culture' as const })),
    ...odd.map((one) => ({ ...plain, ...one, standfirst: '', topic: 'culture' as const })),
  ],
})
const visit = visitTo(stand)
const bytesAt = async (path: string) => (await visit(path)).bytes()
const textAt = async (path: string) => (await visit(path)).text()

/** What the stand holds, as anyone may see it. */
async function publicStories(): Promise<readonly PublicStory[]> {
  const cards = await stand.needs.stories.latest(100)
  const found = await Promise.all(
    cards.map((card) =>
      stand.needs.stories.byAddress({
        publication: card.publicationSlug,
        edition: card.editionSlug,
        story: card.slug,
      }),
    ),
  )
  return found.flatMap((story) => (story === null || story === 'withdrawn' ? [] : story))
}

const feeds = ['/feeds/nl/stand.atom', '/feeds/nl/stand.json', '/feeds/ar/topics/culture.atom']

describe('a feed', () => {
  it('is read by our own reader without a loss', async () => {
    const expected = await publicStories()
    for (const path of feeds) {
      const read = await readHere({
        bytes: await bytesAt(path),
        contentType: (await visit(path)).headers.get('content-type') ?? '',
        from: `https://stand.example${path}`,
        at: stand.needs.clock(),
        timeZone: 'UTC',
      })
      assert.ok(read.ok, path)
      // The feed speaks Dutch and its stories do not: each says so itself.
      const faults = read.remarks.filter(({ code }) => code !== 'language.doubtful')
      assert.deepEqual(faults, [], path)
      assert.equal(read.entries.length, expected.length, path)
      for (const [at, entry] of read.entries.entries()) {
        const story = expected[at] ?? assert.fail()
        assert.ok(entry.ok, story.slug)
        assert.deepEqual(entry.remarks, [], story.slug)
        sameStory(entry.draft, story)
      }
    }
  })

  it('is read by feedsmith without a loss', async () => {
    const expected = await publicStories()
    const atom = parseAtomFeed(await textAt('/feeds/nl/stand.atom'))
    const json = parseJsonFeed(await textAt('/feeds/nl/stand.json'))
    assert.equal(atom.entries?.length, expected.length)
    assert.equal(json.items?.length, expected.length)
    for (const [at, story] of expected.entries()) {
      const entry: AtomFeed.Entry<string> = atom.entries?.[at] ?? assert.fail()
      const item: JsonFeed.Item<string> = json.items?.[at] ?? assert.fail()
      const authors = (story.bylines.length > 0 ? story.bylines : [story.publicationTitle]).slice()
      const page = `https://stand.example/nl/publications/${story.publicationSlug}/${story.editionSlug}/${encodeURIComponent(story.slug)}`
      const id = `urn:uuid:${story.id}`
      assert.deepEqual([entry.id, item.id], [id, id])
      assert.deepEqual(
        [withoutMarks(entry.title?.value), withoutMarks(item.title)],
        [withoutControls(story.headline), withoutMarks(story.headline)],
      )
      assert.equal(entry.summary?.value ?? '', story.standfirst)
      assert.equal(item.summary ?? '', story.standfirst)
      assert.deepEqual([entry.links?.[0]?.href, item.url], [page, page])
      assert.deepEqual(
        entry.authors?.map(({ name }) => name),
        authors,
      )
      assert.deepEqual(
        item.authors?.map(({ name }) => name),
        authors,
      )
      assert.deepEqual([entry.xml?.lang, item.language], [story.language, story.language])
      const moments = [story.publishedAt.toString(), story.changedAt.toString()]
      assert.deepEqual([entry.published, entry.updated], moments)
      assert.deepEqual([item.date_published, item.date_modified], moments)
      const sections = story.section === '' ? [] : [story.section]
      assert.deepEqual(
        entry.categories?.map(({ term }) => term),
        [...sections, 'culture'],
      )
      assert.deepEqual(item.tags, [...sections, 'Cultuur'])
      assert.equal(entry.source?.title?.value, story.publicationTitle)
      assert.equal(entry.content?.value, item.content_html)
    }
  })

  it('is well-formed, and says what it is, in which language and where', async () => {
    for (const path of ['/feeds/ar/stand.atom', '/feeds/nl/publications/polder-en-plan.atom']) {
      const xml = await textAt(path)
      const parser = new SaxesParser({ xmlns: true })
      parser.on('error', (error) => assert.fail(`${path}: ${error}`))
      parser.write(xml).close()
      const feed = parseAtomFeed(xml)
      assert.equal(feed.xml?.lang, path.split('/')[2])
      assert.equal(feed.id, `https://stand.example${path}`)
      const self = feed.links?.find(({ rel }) => rel === 'self')
      assert.equal(self?.href, `https://stand.example${path}`)
      for (const { rel, href = '' } of feed.links ?? []) {
        if (rel === 'self') continue
        assert.equal((await visit(new URL(href).pathname)).status, 200, href)
      }
      assert.equal((await visit(new URL(feed.icon ?? '').pathname)).status, 200)
    }
    const json = parseJsonFeed(await textAt('/feeds/ar/topics/culture.json'))
    assert.equal(json.title, 'الثقافة | \u2068The Corner Stand\u2069')
    assert.equal(json.language, 'ar')
    assert.equal(json.home_page_url, 'https://stand.example/ar/topics/culture')
  })

  it('keeps the id of a story in every language, and leads to its page in its own', async () => {
    const entriesIn = async (locale: string) =>
      parseAtomFeed(await textAt(`/feeds/${locale}/stand.atom`)).entries ?? []
    const [nl, ar] = await Promise.all([entriesIn('nl'), entriesIn('ar')])
    assert.deepEqual(
      nl.map(({ id }) => id),
      ar.map(({ id }) => id),
    )
    assert.match(ar[0]?.links?.[0]?.href ?? '', /^https:\/\/stand\.example\/ar\//)
  })

  it('holds the lead with whole addresses, says what is left, and nothing of the rest', async () => {
    const feed = parseJsonFeed(await textAt('/feeds/nl/publications/harbour-courier.json'))
    const [item] = feed.items ?? []
    const text = item?.content_html ?? ''
    assert.match(text, /<img src="https:\/\/stand\.example\/pictures\/[^"]+\.webp" alt="A low sun/)
    assert.doesNotMatch(text, /srcset|<source|loading=| id=|data-/)
    assert.match(text, /<p lang="nl" dir="ltr"><a href="[^"]+">Nog 7 alinea’s, 1 minuut<\/a>/)
    assert.match(text, /Dit artikel komt uit The Harbour Courier van 20 mei 2025\./)
    for (const path of feeds) assert.doesNotMatch(await textAt(path), new RegExp(canary))
  })

  it('says which way a story runs, also where a title begins with a foreign word', async () => {
    const feed = parseAtomFeed(await textAt('/feeds/nl/publications/harbour-courier.atom'))
    const mixed = feed.entries?.find(({ id }) => id?.endsWith('mixed'))
    assert.equal(mixed?.title?.value, '\u200FKiosk يفتح أبوابه')
    assert.match(mixed?.content?.value ?? '', /^<div lang="ar" dir="rtl">/)
  })

  it('is kept with a tag until something changes', async () => {
    const path = '/feeds/en/publications/harbour-courier.atom'
    const first = await visit(path)
    assert.equal(first.headers.get('content-type'), 'application/atom+xml; charset=utf-8')
    const tag = first.headers.get('etag') ?? ''
    const before = stand.asked.length
    assert.equal((await visit(path, { headers: { 'if-none-match': tag } })).status, 304)
    assert.equal(stand.asked.length, before)
    stand.change({ publicationSlug: 'harbour-courier' })
    await visit(path)
    assert.ok(stand.asked.length > before)
  })

  it('is found under the forms that people guess and under a former name', async () => {
    const to = async (path: string, language = 'nl') => {
      const answer = await visit(path, { headers: { 'accept-language': language } })
      return `${answer.status} ${answer.headers.get('location')}`
    }
    const right = '/feeds/nl/publications/harbour-courier.atom'
    assert.equal(await to('/feeds/nl/publications/harbour-courier'), `301 ${right}`)
    assert.equal(await to('/feeds/NL/publications/Harbour-Courier.RSS'), `301 ${right}`)
    assert.equal(await to('/feeds/nl/publications/courier-of-old.atom'), `301 ${right}`)
    assert.equal(
      await to('/feeds/nl/publications/courier-of-old.json'),
      '301 /feeds/nl/publications/harbour-courier.json',
    )
    assert.equal(await to('/feed'), '302 /feeds/nl/stand.atom')
    assert.equal(await to('/rss.xml', 'ar'), '302 /feeds/ar/stand.atom')
    assert.equal(await to('/feeds'), '302 /feeds/nl/stand.atom')
    assert.equal(await to('/feed.json'), '302 /feeds/nl/stand.json')
  })

  it('is not there for what is not on the stand, and empty for a topic nobody wrote about', async () => {
    const none = ['stand2.atom', 'publications/nowhere.atom', 'topics/gossip.json', '%2e%2e.atom']
    for (const path of none) assert.equal((await visit(`/feeds/nl/${path}`)).status, 404, path)
    assert.equal((await visit('/feeds/xx/stand.atom')).status, 404)
    const empty = await visit('/feeds/nl/topics/weather.atom')
    assert.equal(empty.status, 200)
    assert.equal(parseAtomFeed(await empty.text()).updated, '1970-01-01T00:00:00Z')
  })
})

/** Everything that our reader learns of a story is what the stand knew of it. */
function sameStory(draft: Draft, story: PublicStory): void {
  const named = story.bylines.length > 0 ? story.bylines : [story.publicationTitle]
  assert.equal(draft.key, `urn:uuid:${story.id}`)
  assert.equal(withoutMarks(draft.headline), withoutControls(story.headline))
  assert.equal(draft.standfirst, story.standfirst)
  assert.deepEqual(draft.bylines, named)
  if (story.section !== '') assert.equal(draft.section, story.section)
  assert.equal(draft.language, story.language)
  assert.equal(draft.direction, story.direction)
  assert.ok(draft.publishedAt?.equals(story.publishedAt))
  const path = new URL(draft.home ?? '').pathname
  assert.ok(path.endsWith(`/${encodeURIComponent(story.slug)}`), path)
  assert.equal(draft.complete, true)

  const words = draft.blocks.map((block) => (block.kind === 'picture' ? '' : plainTextOf(block)))
  const lead = stories.find(({ slug }) => slug === story.slug)?.blocks ?? plain?.blocks ?? []
  const shown = story.door === 'open' ? lead : lead.slice(0, 3)
  for (const block of shown) {
    if (block.kind !== 'picture') assert.ok(words.includes(plainTextOf(block)), story.slug)
  }
  const ending = story.left === null ? 1 : 2
  const pictures = draft.blocks.filter(({ kind }) => kind === 'picture').length
  assert.equal(pictures, story.picture === null ? 0 : 1)
  if (story.door === 'open') {
    assert.equal(
      lengthOf(lead, 'en').paragraphs,
      lengthOf(paragraphs(draft), 'en').paragraphs - ending,
    )
  }
}

const paragraphs = ({ blocks }: Draft) =>
  blocks.flatMap((block) => (block.kind === 'picture' ? [] : block))

const withoutMarks = (text = '') => text.replace(/[\u200E\u200F]/g, '')
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML can hold none of them
const withoutControls = (text: string) => text.replace(/[\u0000-\u0008\u000B]/g, '')
