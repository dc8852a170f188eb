import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { StoryCard, Topic } from '#catalogue'
import { localesOf } from '../../languages/locales.ts'
import { tongueOf } from '../../languages/tongue.ts'
import { standWith } from '../../stand.fixture.ts'
import type { Told } from '../../stories.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'
import { arrange } from './arrange.ts'
import { countOf, roundedDown } from './counts.ts'

const cards = await standWith().needs.stories.newest(20)
const today = Temporal.PlainDate.from('2025-05-20')
const slugs = (of: readonly StoryCard[]) => of.map(({ slug }) => slug)
const shownIn = ({ lead, second, topics, others, languages }: ReturnType<typeof arrange>) => [
  ...(lead === null ? [] : [lead]),
  ...second,
  ...topics.flatMap(({ stories }) => stories),
  ...others,
  ...languages.flatMap(({ stories }) => stories),
]

const [model] = cards
assert.ok(model)
/** A story of its own publication, plain but for what a test says of it. */
const told = (slug: string, said: Partial<StoryCard> = {}): StoryCard => ({
  ...model,
  ...{ id: slug, slug, publicationSlug: slug, picture: null, topic: null, ...said },
})
const many = (count: number, said: (at: number) => Partial<StoryCard>) =>
  Array.from({ length: count }, (_, at) => told(`s${at}`, said(at)))
const daysAgo = (days: number) => ({ editionDate: today.subtract({ days }) })

describe('arrange', () => {
  it('leads with a new story in the reader’s language, with a picture if there is one', () => {
    assert.equal(arrange(cards, 'en', today).lead?.slug, 'night-ferry-saved')
    assert.equal(arrange(cards, 'nl', today).lead?.slug, 'de-dijk-die-niemand-ziet')
    assert.equal(arrange(cards, 'ar', today).lead?.slug, 'خياطة-الضوء')
    assert.equal(arrange(cards, 'fi', today).lead?.slug, 'night-ferry-saved')
  })

  it('does not lead with what is old only because the reader understands it', () => {
    const old = told('old', { language: 'nl', ...daysAgo(8) })
    const fresh = told('new', { language: 'de', ...daysAgo(0) })
    assert.equal(arrange([fresh, old], 'nl', today).lead, fresh)
    const younger = { ...old, ...daysAgo(7) }
    assert.equal(arrange([fresh, younger], 'nl', today).lead, younger)
  })

  it('measures what is new from the stand’s newest edition, as long as that is not to come', () => {
    const old = told('old', { language: 'nl', ...daysAgo(400) })
    const older = told('older', { language: 'de', ...daysAgo(401) })
    assert.equal(arrange([older, old], 'nl', today).lead, old)
    const ahead = told('ahead', { language: 'de', ...daysAgo(-60) })
    const fresh = told('fresh', { language: 'nl', ...daysAgo(2) })
    assert.equal(arrange([ahead, fresh], 'nl', today).lead, fresh)
  })

  it('lets every publication into the second rank before any comes twice', () => {
    const { lead, second } = arrange(cards, 'fi', today)
    const first = [lead, ...second].map((story) => story?.publicationSlug)
    assert.equal(new Set(first).size, 3)
    assert.equal(second.length, 3)
  })

  it('fills the second rank with what the reader understands, as long as that is not old', () => {
    const lead = told('lead', { language: 'nl', picture: model.picture })
    const dutch = ['a', 'b'].map((slug) => told(slug, { language: 'nl', publicationSlug: 'one' }))
    const german = told('deutsch', { language: 'de' })
    const stale = told('stale', { language: 'nl', ...daysAgo(15) })
    const { second } = arrange([german, lead, ...dutch, stale], 'nl', today)
    assert.deepEqual(slugs(second), ['a', 'b', 'deutsch', 'stale'])
  })

  it('makes the second rank longer where none of it has a picture beside a lead that has', () => {
    const pictured = { picture: model.picture }
    const lead = told('lead', pictured)
    const plain = many(9, () => ({}))
    assert.equal(arrange([lead, ...plain], 'en', today).second.length, 5)
    assert.equal(arrange(plain, 'en', today).second.length, 3)
    const shown = { ...told('shown', pictured), standfirst: '' }
    assert.equal(arrange([lead, shown, ...plain], 'en', today).second.length, 3)
  })

  it('shows no story twice', () => {
    const topics: readonly Topic[] = ['food', 'sport', 'travel', 'people', 'work']
    const languages = ['en', 'nl', 'de', 'fr']
    const stories = many(80, (at) => ({
      ...daysAgo(at % 9),
      ...{ topic: topics[at % 6] ?? null, language: languages[at % 4] ?? 'en' },
      publicationSlug: `p${at % 7}`,
    }))
    for (const language of ['en', 'de', 'es']) {
      const shown = shownIn(arrange(stories, language, today))
      assert.equal(new Set(shown).size, shown.length)
      assert.ok(shown.length > 30)
    }
  })

  it('loses none of a few', () => {
    for (const language of ['en', 'nl', 'fi']) {
      assert.equal(shownIn(arrange(cards, language, today)).length, cards.length)
    }
  })

  it('puts what the reader understands first, in each topic and among topics', () => {
    const { picture } = model
    const foreign = { language: 'de', picture }
    const lead = told('lead', { language: 'nl' })
    const beside = ['a', 'b', 'c'].map((slug) => told(slug, { language: 'nl' }))
    const stories = [
      ...[lead, ...beside],
      ...[1, 2, 3].map((n) => told(`sport-${n}`, { ...foreign, topic: 'sport' })),
      ...[1, 2].map((n) => told(`food-${n}`, { ...foreign, topic: 'food' })),
      told('eten', { language: 'nl', topic: 'food', picture, ...daysAgo(30) }),
    ]
    const { topics } = arrange(stories, 'nl', today)
    assert.deepEqual(
      topics.map(({ topic, stories: inside }) => [topic, ...slugs(inside)]),
      [
        ['food', 'eten', 'food-1', 'food-2'],
        ['sport', 'sport-1', 'sport-2', 'sport-3'],
      ],
    )
  })

  it('fills whole rows of three topics where there are more than three', () => {
    const topics: readonly Topic[] = ['food', 'sport', 'travel', 'people', 'work']
    const stories = many(44, (at) => ({ topic: topics[at % 5] ?? null }))
    assert.equal(arrange(stories, 'en', today).topics.length, 3)
    const two = many(24, (at) => ({ topic: topics[at % 2] ?? null }))
    assert.equal(arrange(two, 'en', today).topics.length, 2)
  })

  it('opens a topic with a picture, if one of its first stories has one', () => {
    const { picture } = model
    const stories = many(9, (at) => ({ topic: 'food', picture: at % 6 === 0 ? picture : null }))
    const [food] = arrange(stories, 'en', today).topics
    assert.equal(food?.stories[0]?.slug, 's6')
  })

  it('gives a topic without a picture more stories, and leaves it out with too few', () => {
    const { picture } = model
    const lead = told('lead', { picture })
    const beside = ['a', 'b', 'c', 'd', 'e'].map((slug) => told(slug))
    const plain = many(8, () => ({ topic: 'food' }))
    const few = ['x', 'y', 'z'].map((slug) => told(slug, { topic: 'travel' }))
    const shown = many(8, (at) => ({ topic: 'sport', picture, id: `p${at}`, slug: `p${at}` }))
    const { topics } = arrange([lead, ...beside, ...plain, ...few, ...shown], 'en', today)
    assert.deepEqual(
      topics.map(({ topic, stories }) => [topic, stories.length]),
      [
        ['food', 5],
        ['sport', 4],
      ],
    )
  })

  it('makes do with one story, and with none', () => {
    const one = arrange(cards.slice(0, 1), 'nl', today)
    assert.deepEqual(shownIn(one), cards.slice(0, 1))
    assert.deepEqual(shownIn(arrange([], 'nl', today)), [])
  })
})

describe('counts', () => {
  it('are true below a hundred and rounded down above', () => {
    const given = [0, 7, 99, 100, 345, 9_342, 12_999]
    assert.deepEqual(given.map(roundedDown), [0, 7, 99, 100, 340, 9_300, 12_000])
  })

  it('say "more than" only when there are more, in the reader’s numbers', () => {
    const locales = localesOf({ pseudoLocales: false })
    const nl = locales.find(({ name }) => name === 'nl')
    const ar = locales.find(({ name }) => name === 'ar')
    assert.ok(nl && ar)
    assert.equal(countOf(tongueOf(nl), 'stories', 9_342), 'Meer dan 9.300 artikelen')
    assert.equal(countOf(tongueOf(nl), 'publications', 9_000), '9.000 publicaties')
    assert.equal(countOf(tongueOf(ar), 'publications', 9_342), 'أكثر من ٩٬٣٠٠ مطبوعة')
  })
})

describe('the front page', () => {
  it('says the day at the stand, what is on it, and what is new', async () => {
    const page = await (await visitTo(standWith())('/nl')).text()
    assert.match(page, /Dinsdag 20 mei 2025/)
    assert.match(page, /3 publicaties/)
    assert.match(page, /9 artikelen/)
    assert.match(page, /<h2[^>]*><a href="\/nl\/publications\/polder-en-plan\/[^"]*">De dijk/)
    assert.match(page, /Zo ontstaat deze pagina: het nieuwste eerst/)
  })

  it('says of every story in another language which that is, beside it or above its list', async () => {
    const page = await (await visitTo(standWith())('/nl')).text()
    const drawn = page.match(
      /<section class="block"><h3>.*?<\/h3>|<li class="card">.*?<\/li>|<article class="lead">.*?<\/article>/g,
    )
    let above: string | null = null
    let count = 0
    for (const one of drawn ?? []) {
      if (one.startsWith('<section')) {
        above = /<span class="also">(.*?)</.exec(one)?.[1] ?? null
        continue
      }
      const [, language] = /<h[234] class="[^"]*" lang="(..)"/.exec(one) ?? []
      const named = { en: 'Engels', ar: 'Arabisch' }[language ?? ''] ?? null
      const beside = /<span class="tag">(.*?)</.exec(one)?.[1] ?? null
      assert.equal(above ?? beside, named, one)
      assert.ok(above === null || beside === null, one)
      count += 1
    }
    assert.equal(count, 9)
  })

  it('names the languages of other stories as their speakers do', async () => {
    const page = await (await visitTo(standWith())('/nl')).text()
    assert.match(page, /<h3><bdi lang="en" dir="ltr">English<\/bdi> <span class="also">Engels</)
  })

  it('shows no story twice, though two lists of the store hold it', async () => {
    const page = await (await visitTo(standWith())('/en')).text()
    const links = [...page.matchAll(/<h[234] class="[^"]*" lang[^>]*><a href="([^"]*)"/g)]
    assert.equal(links.length, 9)
    assert.equal(new Set(links.map(([, link]) => link)).size, 9)
  })

  it('leads to the page of each topic', async () => {
    const stand = standWith()
    for (const slug of ['one', 'two', 'three', 'four', 'five', 'six']) stand.add(on('food', slug))
    const page = await (await visitTo(stand)('/ar')).text()
    assert.match(page, /<h2><a href="\/ar\/topics\/food">الطعام والشراب</)
  })

  it('marks what is free only where other stories are not', async () => {
    const mixed = await (await visitTo(standWith())('/en')).text()
    assert.match(mixed, /<bdi>Free<\/bdi>/)
    const free = standWith({ stories: ['one', 'two'].map((slug) => on('food', slug)) })
    assert.doesNotMatch(await (await visitTo(free)('/en')).text(), /<bdi>Free<\/bdi>/)
  })
})

const on = (topic: Topic, slug: string): Told => ({
  ...{ publication: 'harbour-courier', edition: '2025-05-20', language: 'en', door: 'open' },
  ...{ slug, topic, section: '', headline: `Bread, ${slug}` },
  blocks: [{ kind: 'paragraph', html: 'The ovens are warm.' }],
})
