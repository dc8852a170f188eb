import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Door } from '#catalogue'
import { standWith } from '../../stand.fixture.ts'
import type { Told } from '../../stories.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'

const paragraphs = Array.from({ length: 14 }, (_, at) => ({
  kind: 'paragraph' as const,
  html: `Paragraph ${at}: the strait froze for the first time since the ferry was built.`,
}))

const told = (publication: string, slug: string, door: Door): Told => ({
  ...{ publication, edition: '2025-05-20', slug, section: '', headline: `Ice, says ${slug}` },
  ...{ language: 'en', door, blocks: paragraphs, report: 'ice' },
})

const courier = '/nl/publications/harbour-courier/2025-05-20'
const sectionIn = (page: string) =>
  /<section class="renderings" aria-labelledby="also-in">.*?<\/section>/s.exec(page)?.[0] ?? ''

describe('the same report in other publications', () => {
  it('is named under a story with its headline, its paper and its door, open ones first', async () => {
    const stories = [
      told('harbour-courier', 'walled', 'plan'),
      told('polder-en-plan', 'shut', 'metered'),
      told('polder-en-plan', 'free', 'open'),
    ]
    const page = await (await visitTo(standWith({ stories }))(`${courier}/walled`)).text()
    const section = sectionIn(page)
    const lines = section.split('<li>').slice(1)
    assert.match(lines[0] ?? '', /Gratis.*2025-05-20\/free" lang="en".*Ice, says free.*Polder/s)
    assert.match(lines[1] ?? '', /Beperkt gratis.*2025-05-20\/shut"/s)
    assert.equal(lines.length, 2)
    assert.ok(page.indexOf(section) > page.indexOf('class="text"'))
  })

  it('stands under a story that is open too, and under none that nobody else has', async () => {
    const stories = [
      told('harbour-courier', 'open', 'open'),
      told('polder-en-plan', 'other', 'plan'),
      { ...told('harbour-courier', 'alone', 'open'), report: 'another' },
    ]
    const visit = visitTo(standWith({ stories }))
    assert.match(sectionIn(await (await visit(`${courier}/open`)).text()), /Ice, says other/)
    assert.equal(sectionIn(await (await visit(`${courier}/alone`)).text()), '')
  })

  it('leaves the kept page when the other paper takes its story back', async () => {
    const stories = [
      told('harbour-courier', 'walled', 'plan'),
      told('polder-en-plan', 'other', 'plan'),
    ]
    const stand = standWith({ stories })
    const visit = visitTo(stand)
    const page = async () => sectionIn(await (await visit(`${courier}/walled`)).text())
    assert.match(await page(), /Ice, says other/)
    stand.withdraw('other')
    assert.equal(await page(), '')
  })
})
