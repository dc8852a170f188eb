import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { StoryCard } from '#catalogue'
import { localesOf } from '../../languages/locales.ts'
import { tongueOf } from '../../languages/tongue.ts'
import { standWith } from '../../stand.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'
import { arrange } from './arrange.ts'
import { countOf, roundedDown } from './counts.ts'

const cards = await standWith().needs.stories.newest(20)
const slugs = (of: readonly StoryCard[]) => of.map(({ slug }) => slug)

describe('arrange', () => {
  it('leads with a new story in the reader’s language, with a picture if there is one', () => {
    assert.equal(arrange(cards, 'en').lead?.slug, 'night-ferry-saved')
    assert.equal(arrange(cards, 'nl').lead?.slug, 'de-dijk-die-niemand-ziet')
    assert.equal(arrange(cards, 'ar').lead?.slug, 'خياطة-الضوء')
    assert.equal(arrange(cards, 'fi').lead?.slug, 'night-ferry-saved')
  })

  it('lets every publication into the second rank before any comes twice', () => {
    const { second } = arrange(cards, 'en')
    const first = second.slice(0, 3).map(({ publicationSlug }) => publicationSlug)
    assert.equal(new Set(first).size, 3)
  })

  it('shows no story twice and loses none', () => {
    const { lead, second, river } = arrange(cards, 'nl')
    const shown = [lead, ...second, ...river.flatMap(({ stories }) => stories)]
    assert.equal(new Set(shown).size, shown.length)
    assert.equal(shown.length, cards.length)
  })

  it('makes do with one story', () => {
    const { lead, second, river } = arrange(cards.slice(0, 1), 'nl')
    assert.deepEqual(slugs(lead ? [lead] : []), slugs(cards.slice(0, 1)))
    assert.deepEqual([second, river], [[], []])
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
  })
})
