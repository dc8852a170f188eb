import assert from 'node:assert/strict'
import { it } from 'node:test'
import { standWith } from '../../stand.fixture.ts'
import type { Told } from '../../stories.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'
import { fold } from './fold.ts'
import type { Hit } from './hits.ts'

const told = (publication: string, slug: string, report: string): Told => ({
  ...{ publication, edition: '2025-05-20', slug, section: '', headline: `Ice, says ${slug}` },
  ...{ language: 'en', door: slug === 'free' ? 'open' : 'plan', report },
  blocks: [{ kind: 'paragraph', html: 'The strait froze over.' }],
})

it('folds what is largely the same under the first of them, and leaves others in place', async () => {
  const stories = [
    told('harbour-courier', 'walled', 'ice'),
    told('harbour-courier', 'alone', 'another'),
    told('polder-en-plan', 'free', 'ice'),
  ]
  const page = await (await visitTo(standWith({ stories }))('/en/search?q=ice')).text()
  const results = page.slice(page.indexOf('<ul class="cards">'))
  assert.equal(results.match(/<li class="card">/g)?.length, 2)
  assert.match(results, /<summary>and in 1 other publication<\/summary>/)
  const folded = /<details class="also">.*?<\/details>/s.exec(results)?.[0] ?? ''
  assert.match(folded, /polder-en-plan\/2025-05-20\/free"[^>]*>Ice, says free<.*Polder.*Free/s)
  assert.match(page, /3 stories/)
})

it('names every hit once, also where they are like each other in a chain', async () => {
  const hits: Hit[] = []
  for (const card of (await standWith().needs.stories.latest(3)).values()) {
    const headline = { text: card.headline, marks: [] }
    hits.push({ story: card, headline, words: null, byline: null })
  }
  const [a = '', b = '', c = ''] = hits.map(({ story }) => story.id)
  const chain = new Map([
    [a, new Set([b])],
    [b, new Set([a, c])],
    [c, new Set([b])],
  ])
  const shown = fold(hits, chain)
  assert.deepEqual(
    shown.map(({ story, also }) => [story.id, ...also.map(({ id }) => id)]),
    [[a, b], [c]],
  )
})
