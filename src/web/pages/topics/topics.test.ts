import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Topic } from '#catalogue'
import { standWith } from '../../stand.fixture.ts'
import type { Told } from '../../stories.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'

const on = (topic: Topic, edition: string, said: Partial<Told> = {}): Told => ({
  ...{ publication: 'harbour-courier', edition, slug: `${topic}-${edition}`, section: '' },
  ...{ headline: `${topic} of ${edition}`, language: 'en', door: 'open', topic },
  blocks: [{ kind: 'paragraph', html: 'Low water.' }],
  ...said,
})

const stories = [
  on('food', '2025-05-18'),
  on('food', '2025-05-20', { slug: 'a-loaf', headline: 'A loaf' }),
  on('food', '2025-05-19', {
    ...{ publication: 'polder-en-plan', slug: 'een-brood', headline: 'Een brood', language: 'nl' },
  }),
  on('sport', '2025-05-01'),
]
const pageAt = async (path: string) => {
  const answer = await visitTo(standWith({ stories }))(path)
  return { status: answer.status, text: await answer.text() }
}

describe('the page of all topics', () => {
  it('has every topic with its count and its newest headline, in the reader’s order', async () => {
    const { text } = await pageAt('/nl/topics')
    const lines = [
      ...text.matchAll(
        /<h2><a href="\/nl\/topics\/(\w+)">(.*?)<\/a><\/h2><p class="facts"><span>(.*?)<.*?<h3[^>]*><a[^>]*>(.*?)</g,
      ),
    ].map(([, ...line]) => line)
    assert.deepEqual(lines, [
      ['food', 'Eten en drinken', '3 artikelen', 'A loaf'],
      ['sport', 'Sport', '1 artikel', 'sport of 2025-05-01'],
    ])
  })

  it('names those on which nothing came out, without a link', async () => {
    const { text } = await pageAt('/nl/topics')
    assert.match(text, /Hier is nog niets verschenen over: Cultuur, .* en Wetenschap en techniek\./)
    assert.doesNotMatch(text, /topics\/culture/)
  })
})

describe('the page of a topic', () => {
  it('gives what the reader understands first, then one group a language', async () => {
    const { text } = await pageAt('/nl/topics/food')
    const parts = [...text.matchAll(/<h2>(.*?)<\/h2>|<h3[^>]*><a[^>]*>(.*?)</g)].map(
      ([, head, headline]) => head?.replaceAll(/<[^>]*>/g, '') ?? headline,
    )
    assert.deepEqual(parts, ['Nederlands', 'Een brood', 'English Engels', 'A loaf', on2018])
    assert.match(text, /<p class="facts"><span>3 artikelen</)
  })

  it('shows the publications that are about it, whether or not their stories say so', async () => {
    const { text } = await pageAt('/en/topics/environment')
    assert.match(text, /Nothing has come out here on this topic yet/)
    assert.match(text, /Publications on this topic.*<li class="copy">.*Polder/)
  })

  it('leads on to the catalogue where there are more publications than it shows', async () => {
    const stand = standWith({ stories })
    const [one] = await stand.needs.publications.onStand()
    assert.ok(one)
    const many = Array.from({ length: 13 }, (_, at) => ({
      ...{ ...one, id: `${at}`, topics: ['food'] as const },
    }))
    const [cover] = await stand.needs.editions.newestOf([one.id])
    assert.ok(cover)
    const publications = { ...stand.needs.publications, onStand: async () => many }
    const editions = {
      ...stand.needs.editions,
      newestOf: async (ids: readonly string[]) => ids.map(() => cover),
    }
    const visit = visitTo(standWith({ stories, changed: { publications, editions } }))
    const page = await (await visit('/en/topics/food')).text()
    assert.equal(page.match(/<li class="copy">/g)?.length, 12)
    assert.match(page, /<a href="\/en\/publications\?topic=food">13 publications</)
  })

  it('is kind when there is nothing, and not there for an unknown topic', async () => {
    const empty = await pageAt('/en/topics/religion')
    assert.equal(empty.status, 200)
    assert.match(empty.text, /Nothing has come out here on this topic yet/)
    assert.equal((await pageAt('/en/topics/astrology')).status, 404)
  })

  it('is made anew when something comes out', async () => {
    const stand = standWith({ stories })
    const visit = visitTo(stand)
    assert.doesNotMatch(await (await visit('/en/topics/sport')).text(), /A race/)
    stand.add(on('sport', '2025-05-20', { headline: 'A race', slug: 'a-race' }))
    assert.match(await (await visit('/en/topics/sport')).text(), /A race/)
  })
})

const on2018 = 'food of 2025-05-18'
