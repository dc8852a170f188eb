import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { coverCopy, coverKey, socialCopy } from './cover.ts'
import type { EditionCard } from './edition.ts'
import type { PublicationName } from './publication.ts'
import type { StoryCard } from './story.ts'

const tide: PublicationName = {
  slug: 'tide',
  title: 'The Tide',
  language: 'en',
  kind: 'newspaper',
  topics: [],
}

const card = (changed: Partial<PublicationName> = {}, name = ''): EditionCard => ({
  publication: { ...tide, ...changed },
  edition: {
    id: 'e',
    publicationId: 'p',
    date: Temporal.PlainDate.from('2026-11-22'),
    slug: '2026-11-22',
    name,
    cover: null,
  },
  headlines: ['One', 'Two', 'Three', 'Four', 'Five'].map((text) => ({ text, language: 'en' })),
  stories: 5,
})

describe('the copy of a cover', () => {
  it('writes the date in the language of the publication, a newspaper with its weekday', () => {
    assert.match(coverCopy(card({ language: 'nl' })).date, /^zondag 22 november 2026$/)
    assert.equal(coverCopy(card()).date, 'Sunday, 22 November 2026')
    assert.match(coverCopy(card({ language: 'de', kind: 'magazine' })).date, /^22\. November 2026$/)
    assert.match(coverCopy(card({ language: 'ar', kind: 'magazine' })).date, /^٢٢ .+ ٢٠٢٦$/)
  })

  it('writes a date in digits where the language is unknown', () => {
    assert.equal(coverCopy(card({ language: 'qaa' })).date, '2026-11-22')
  })

  it('is for children when its publication is', () => {
    assert.equal(coverCopy(card({ topics: ['science', 'children'] })).look, 'children')
    assert.equal(coverCopy(card({ topics: ['science'] })).look, 'newspaper')
  })
})

describe('the key of a picture', () => {
  it('is the same for the same copy, and says nothing of what is not printed', () => {
    const key = coverKey(coverCopy(card()))
    assert.match(key, /^[0-9a-f]{16}$/)
    const other = card()
    const fewer = { ...other, headlines: other.headlines.slice(0, 4), stories: 4 }
    assert.equal(coverKey(coverCopy(fewer)), key)
  })

  it('changes with every word that is printed', () => {
    const { headlines } = card()
    const keys = [
      card(),
      card({ title: 'The Tides' }),
      card({ slug: 'tides' }),
      card({ language: 'nl' }),
      card({ kind: 'journal' }),
      card({}, 'Winter edition'),
      { ...card(), headlines: headlines.toReversed() },
      { ...card(), headlines: [] },
    ].map((one) => coverKey(coverCopy(one)))
    assert.equal(new Set(keys).size, keys.length)
  })

  it('of a story changes with its headline and standfirst', () => {
    const story: StoryCard = {
      id: 's',
      slug: 's',
      editionSlug: '2026-11-22',
      editionDate: Temporal.PlainDate.from('2026-11-22'),
      publicationSlug: 'tide',
      publicationTitle: 'The Tide',
      publicationLanguage: 'en',
      section: '',
      headline: 'Low water',
      standfirst: '',
      language: 'en',
      direction: 'ltr',
      door: 'open',
      minutes: 1,
      picture: null,
      topic: null,
      translatedFrom: null,
    }
    const keys = [
      story,
      { ...story, headline: 'High water' },
      { ...story, standfirst: 'At six.' },
    ].map((one) => coverKey(socialCopy(one, tide)))
    assert.equal(new Set(keys).size, 3)
  })
})
