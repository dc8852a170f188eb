import assert from 'node:assert/strict'
import { it } from 'node:test'
import { openGoldStand } from '../../gold.fixture.ts'

const at = '/en/account/places'
const story = 'harbour-courier/2025-05-20/bakery-closes'

it('a place is kept by the later of two devices, and no clock that runs ahead wins for ever', async () => {
  await using gold = await openGoldStand()
  const ana = await gold.reader()
  const now = gold.stand.needs.clock().epochMilliseconds
  const send = (places: unknown, headers: Readonly<Record<string, string>> = {}) =>
    gold.visit(at, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', cookie: ana.cookie, ...headers },
      body: JSON.stringify(places),
    })
  const there = async () => (await (await ana.get(`${at}?story=${story}`)).json()).place
  assert.equal(await there(), null)
  const place = { story, block: 'b4', share: 0.25, at: now - 1_000 }
  const others = [
    { ...place, story: 'no/such/story' },
    { ...place, story: '../../x' },
  ]
  assert.equal((await send([place, ...others])).status, 204)
  assert.deepEqual(await there(), { block: 'b4', share: 0.25, at: now - 1_000 })
  await send([{ ...place, block: 'b1', at: now - 9_000 }])
  assert.equal((await there()).block, 'b4')
  await send([{ ...place, block: 'b7', at: now + 86_400_000 }])
  assert.deepEqual(await there(), { block: 'b7', share: 0.25, at: now })
  gold.wait({ minutes: 1 })
  await send([{ ...place, block: 'b8', at: now + 30_000 }])
  assert.equal((await there()).block, 'b8')

  const page = await (await ana.get(`/en/publications/${story}`)).text()
  assert.match(page, new RegExp(`data-place="b8 0\\.25 ${now + 30_000}"`))
  const wrong = [{ ...place, share: 2 }, { ...place, block: '<b>' }, { story }, 'x']
  for (const one of wrong) assert.equal((await send([one])).status, 400)
  assert.equal((await send({})).status, 400)
  assert.equal((await send([place], { cookie: '' })).status, 401)
  assert.equal((await send([place], { 'sec-fetch-site': 'cross-site' })).status, 403)
  assert.equal((await gold.visit(`${at}?story=${story}`)).status, 401)
})
