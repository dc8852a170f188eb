import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openGoldStand } from '../../gold.fixture.ts'

const edition = 'harbour-courier/2025-05-20'
const asJson = { accept: 'application/json' }

const openSaved = async () => {
  const gold = await openGoldStand()
  const ana = await gold.reader()
  const saved = async (query = '', locale = 'en') =>
    (await ana.get(`/${locale}/saved${query}`)).text()
  const change = (fields: Readonly<Record<string, string>>) => ana.post('/en/saved', fields)
  const save = (story: string) => change({ save: `${edition}/${story}` })
  return { gold, ana, saved, change, save, [Symbol.asyncDispose]: gold[Symbol.asyncDispose] }
}

describe('saved stories', () => {
  it('stand on a page, the last saved first, and are removed', async () => {
    await using opened = await openSaved()
    const { saved, change, save } = opened
    assert.match(await saved('', 'nl'), /Nog niets bewaard/)
    await save('night-ferry-saved')
    await save('emoji')
    const page = await saved()
    assert.ok(page.indexOf('/emoji"') < page.indexOf('/night-ferry-saved"'))
    assert.ok(page.includes('/night-ferry-saved"'))
    await change({ remove: `${edition}/emoji` })
    assert.doesNotMatch(await saved(), /\/emoji"/)
  })

  it('are shown by whether they were read', async () => {
    await using opened = await openSaved()
    const { saved, change, save } = opened
    await save('night-ferry-saved')
    await save('emoji')
    const marked = await change({ read: `${edition}/emoji`, only: 'unread' })
    assert.equal(marked.headers.get('location'), '/en/saved?only=unread')
    assert.doesNotMatch(await saved('?only=unread'), /\/emoji"/)
    assert.match(await saved('?only=read'), /\/emoji"/)
    assert.match(await saved('?only=nonsense&page=x'), /night-ferry-saved.*/)
    await change({ unread: `${edition}/emoji` })
    assert.match(await saved('?only=read'), /None of your saved stories is here/)
  })

  it('say that they were withdrawn, and nothing else of them', async () => {
    await using opened = await openSaved()
    const { gold, saved, change, save } = opened
    await save('emoji')
    const [headline = ''] = /(?<=\/emoji"[^>]*>)[^<]+/.exec(await saved()) ?? []
    assert.notEqual(headline, '')
    gold.stand.withdraw('emoji')
    const page = await saved()
    assert.match(
      page,
      /This story was withdrawn\. It stood in The Harbour Courier on 20 May 2025\./,
    )
    assert.ok(!page.includes(headline))
    assert.doesNotMatch(page, /href="[^"]*emoji/)
    await change({ remove: `${edition}/emoji` })
    assert.match(await saved(), /Nothing saved yet/)
  })

  it('tell how it stands with one, and a script whether it was kept', async () => {
    await using opened = await openSaved()
    const { ana, saved } = opened
    const name = `${edition}/emoji`
    assert.equal((await ana.post('/en/saved', { save: name }, asJson)).status, 204)
    assert.equal((await ana.post('/en/saved', { save: 'x/y/z' }, asJson)).status, 409)
    assert.match(await saved(`?save=${name}`), /role="status">Saved: /)
    const path = `/en/publications/${edition}/emoji`
    const undone = await ana.post('/en/saved', { unsave: name, return: path })
    const page = await (await ana.get(undone.headers.get('location') ?? '')).text()
    assert.match(page, /role="status">Not saved: /)
    assert.ok(page.includes(`href="${path}"`))
  })
})
