import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addresses, href } from '../../addresses.ts'
import { standWith } from '../../stand.fixture.ts'
import { stories } from '../../stories.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'

const bakery = stories.find(({ slug }) => slug === 'bakery-closes')
const at = Temporal.Instant.from('2025-05-21T09:30:00Z')

async function pageWith(note: string): Promise<string> {
  assert.ok(bakery)
  const corrected = { ...bakery, corrections: [{ at, note }] }
  const { publication, edition, slug: story } = bakery
  const path = href(addresses.story, { locale: 'nl', publication, edition, story })
  return (await visitTo(standWith({ stories: [corrected] }))(path)).text()
}

describe('a corrected story', () => {
  it('says what was changed and when', async () => {
    const page = await pageWith('The oven is of 1951.')
    assert.match(page, /<h2 id="corrections">Correctie<\/h2>/)
    assert.match(page, /21 mei 2025<\/time> <bdi>The oven is of 1951\.<\/bdi>/)
  })

  it('says who changed it when nobody said what', async () => {
    assert.match(
      await pageWith(''),
      /21 mei 2025<\/time> De uitgever heeft dit artikel gewijzigd\./,
    )
  })
})
