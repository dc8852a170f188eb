import assert from 'node:assert/strict'
import { it } from 'node:test'
import { addresses, href } from '../../addresses.ts'
import { standWith } from '../../stand.fixture.ts'
import { stories } from '../../stories.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'

it('lists twelve others of a large edition, and never the story itself', async () => {
  const [first] = stories
  assert.ok(first)
  const large = Array.from({ length: 30 }, (_, index) => ({ ...first, slug: `story-${index}` }))
  const place = { publication: first.publication, edition: first.edition }
  const visit = visitTo(standWith({ stories: large }))
  for (const story of ['story-0', 'story-11', 'story-12', 'story-29']) {
    const path = href(addresses.story, { locale: 'en', ...place, story })
    const answer = await visit(path)
    const page: string = await answer.text()
    const [, inEdition = ''] = page.split('<section class="more">')
    const listed = [...inEdition.matchAll(/<h3[^>]*><a href="[^"]*\/(story-\d+)"/g)].map(
      ([, one]) => one,
    )
    assert.equal(listed.length, 12, story)
    assert.equal(listed.includes(story), false)
  }
})
