import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { standWith } from '../stand.fixture.ts'
import { nightFerry, visitTo } from '../visit.fixture.ts'

const { publication, edition, story } = nightFerry
const oldKey = '0123456789abcdef'

async function addressIn(visit: ReturnType<typeof visitTo>, page: string, pattern: RegExp) {
  const text = await (await visit(page)).text()
  return pattern.exec(text)?.[0] ?? assert.fail(`${page} shows nothing like ${pattern}`)
}

const editionPage = `/en/publications/${publication}/${edition}`
const storyPage = `${editionPage}/${story}`

describe('a typeset cover', () => {
  it('is shown with its three widths, its size and what it is', async () => {
    const text = await (await visitTo(standWith())('/nl')).text()
    const shown = /<img src="\/covers\/harbour-courier\/[^>]*>/.exec(text)?.[0] ?? ''
    assert.match(shown, /-160\.webp 160w, .*-320\.webp 320w, .*-640\.webp 640w"/)
    assert.match(
      shown,
      /alt="Omslag van The Harbour Courier, 20 mei 2025" width="640" height="853"/,
    )
  })

  it('is the same picture in every language of the interface', async () => {
    const visit = visitTo(standWith())
    const pattern = /\/covers\/harbour-courier\/[^" ]+-640\.webp/
    const english = await addressIn(visit, '/en', pattern)
    assert.equal(await addressIn(visit, '/ar', pattern), english)
  })

  it('is drawn from what the edition prints, and kept for ever', async () => {
    const visit = visitTo(standWith())
    const address = await addressIn(visit, editionPage, /\/covers\/[^" ]+-320\.webp/)
    const answer = await visit(address)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'image/webp')
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=86400')
    assert.match(await answer.text(), /^320 .*Night ferry saved/)
  })

  it('leads from an old key to the present picture', async () => {
    const visit = visitTo(standWith())
    const address = await addressIn(visit, editionPage, /\/covers\/[^" ]+-320\.webp/)
    const answer = await visit(address.replace(/[0-9a-f]{16}(?=-320)/, oldKey))
    assert.equal(answer.status, 301)
    assert.equal(answer.headers.get('location'), address)
  })

  it('leads on from a former name of its publication, as a social picture does', async () => {
    const visit = visitTo(standWith())
    for (const [page, pattern] of [
      [editionPage, /\/covers\/[^" ]+-320\.webp/],
      [storyPage, /\/social\/[^" ]+\.png/],
    ] as const) {
      const address = await addressIn(visit, page, pattern)
      const answer = await visit(address.replace(publication, 'courier-of-old'))
      assert.deepEqual([answer.status, answer.headers.get('location')], [301, address])
    }
  })

  it('is not found in another width, of another edition or under another name', async () => {
    const visit = visitTo(standWith())
    const paths = [
      `/covers/${publication}/${edition}-${oldKey}-480.webp`,
      `/covers/${publication}/${edition}-${oldKey}-640.png`,
      `/covers/${publication}/1999-01-01-${oldKey}-640.webp`,
      `/covers/nobody/${edition}-${oldKey}-640.webp`,
      `/covers/${publication}/..%2f..%2fkiosk.db`,
    ]
    for (const path of paths) assert.equal((await visit(path)).status, 404, path)
  })

  it('is asked for again later when too many wait', async () => {
    const busy = async () => 'busy' as const
    const typesetter = { cover: busy, social: busy }
    const visit = visitTo(standWith({ changed: { typesetter } }))
    const address = await addressIn(visit, editionPage, /\/covers\/[^" ]+-320\.webp/)
    const answer = await visit(address)
    assert.equal(answer.status, 503)
    assert.equal(answer.headers.get('retry-after'), '10')
    assert.equal(answer.headers.get('cache-control'), 'no-store')
  })

  it('gets another address when a headline on it changes', async () => {
    const stand = standWith()
    const visit = visitTo(stand)
    const pattern = /\/covers\/harbour-courier\/[^" ]+-640\.webp/
    const before = await addressIn(visit, editionPage, pattern)
    stand.withdraw(story)
    assert.notEqual(await addressIn(visit, editionPage, pattern), before)
    assert.equal((await visit(before)).status, 301)
  })
})

describe('a social picture', () => {
  const pattern = /(?<=property="og:image" content="https:\/\/stand\.example)\/social\/[^"]+/

  it('stands for a story, large', async () => {
    const visit = visitTo(standWith())
    const answer = await visit(await addressIn(visit, storyPage, pattern))
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'image/png')
    assert.match(await answer.text(), /"headline":\{"text":"Night ferry saved/)
    assert.match(
      await (await visit(storyPage)).text(),
      /"twitter:card" content="summary_large_image"/,
    )
  })

  it('leads from an old key to the present picture, and is not found for no story', async () => {
    const visit = visitTo(standWith())
    const address = await addressIn(visit, storyPage, pattern)
    const old = await visit(address.replace(/[0-9a-f]{16}(?=\.png)/, oldKey))
    assert.equal(old.status, 301)
    assert.equal(old.headers.get('location'), address)
    const none = `/social/${publication}/${edition}/no-such-story-${oldKey}.png`
    assert.equal((await visit(none)).status, 404)
  })

  it('is gone with a story that was withdrawn', async () => {
    const stand = standWith()
    const visit = visitTo(stand)
    const address = await addressIn(visit, storyPage, pattern)
    stand.withdraw(story)
    assert.equal((await visit(address)).status, 410)
  })

  it('of a publication and of the front page is the newest cover', async () => {
    const visit = visitTo(standWith())
    const newest = /property="og:image" content="https:\/\/stand\.example\/covers\/[^"]+-640\.webp"/
    assert.match(await (await visit(`/en/publications/${publication}`)).text(), newest)
    assert.match(await (await visit('/en')).text(), newest)
  })
})
