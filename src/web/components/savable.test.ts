import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openGoldStand } from '../gold.fixture.ts'
import { stories } from '../stories.fixture.ts'

const story = 'harbour-courier/2025-05-20/bakery-closes'
const told = stories.map((one) => ({ ...one, bylines: ['Ana Okafor'], topic: 'society' as const }))
const pages = [
  '/en',
  '/en/topics/society',
  '/en/bylines/ana-okafor',
  '/en/publications/harbour-courier/2025-05-20',
  '/en/publications/harbour-courier',
  '/en/collections/still-water',
]
/** The button of the story, or '' where it has none. */
const buttonOn = (page: string) =>
  page.match(new RegExp(`<button [^>]*value="${story}"[^>]*>`))?.[0] ?? ''

describe('the cards of pages that list stories', () => {
  it('let a reader save, and say what is saved', async () => {
    await using gold = await openGoldStand(told)
    const ana = await gold.reader()
    for (const at of pages) {
      const button = buttonOn(await (await ana.get(at)).text())
      assert.match(button, /name="save" .*aria-pressed="false" aria-label="Save: The bakery/, at)
    }
    await ana.post('/en/saved', { save: story, return: '/en' })
    for (const at of pages) {
      const answer = await ana.get(at)
      assert.equal(answer.headers.get('cache-control'), 'private, no-store', at)
      assert.match(buttonOn(await answer.text()), /name="unsave" .*aria-pressed="true"/, at)
    }
  })

  it('are the same for everybody else, with nothing to press', async () => {
    await using gold = await openGoldStand(told)
    const ana = await gold.reader()
    for (const at of pages) {
      const before = await (await gold.visit(at)).text()
      await (await ana.get(at)).text()
      const after = await gold.visit(at)
      assert.match(after.headers.get('cache-control') ?? '', /^public/, at)
      const page = await after.text()
      assert.equal(page, before, at)
      assert.equal(buttonOn(page), '', at)
    }
  })

  it('ask once how it stands with all of them', async () => {
    await using gold = await openGoldStand(told)
    const ana = await gold.reader()
    const { saved } = gold.stand.needs.theirs
    const asked: number[] = []
    const among = saved.among.bind(saved)
    Object.assign(saved, {
      among: (readerId: string, ids: readonly string[]) => {
        asked.push(ids.length)
        return among(readerId, ids)
      },
    })
    for (const at of pages) {
      const page = await (await ana.get(at)).text()
      const cards = page.match(/class="tool save"/g)?.length ?? 0
      assert.ok(cards > 0, at)
      const [ids = 0, ...more] = asked.splice(0)
      assert.ok(ids >= cards && more.length === 0, at)
    }
  })
})
