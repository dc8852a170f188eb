import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { withdrawStory } from '#desk'
import { addresses, href } from '#web'
import { noon } from '../src/storage/tide.fixture.ts'
import { leaksIn } from './wall/detector.ts'
import { edition } from './wall/fill-wall.ts'
import { paid } from './wall/reader-at.ts'
import { signInAt } from './wall/sign-in-at.ts'
import { openWallStand, type WallStand } from './wall/wall-stand.ts'

const place = { locale: 'en', publication: 'tide', edition }
const pathOf = (story: string) => href(addresses.story, { ...place, story })

let wall: WallStand
before(async () => {
  wall = await openWallStand()
})
after(() => wall[Symbol.asyncDispose]())

/** Somebody with GOLD, who has read the story on the stand that keeps its pages. */
async function subscriberWho(name: string) {
  const { access } = wall.stand
  const plan = await access.plans.byName('GOLD')
  assert.ok(plan !== null)
  const { id, headers } = await signInAt(wall.stand, name, noon)
  const whose = { readerId: id, planId: plan.id }
  await access.subscriptions.tell(whose, paid(name, noon))
  const read = (story = 'story-plan', more = {}) =>
    wall.keeping.send({ method: 'GET', path: pathOf(story), headers: { ...headers, ...more } })
  const opens = async (story?: string) =>
    (await leaksIn(await read(story), wall.secrets)).length > 0
  assert.ok(await opens())
  assert.ok(await opens())
  return { id, whose, read, opens }
}

describe('the whole page of a walled story', { timeout: 60_000 }, () => {
  it('is the same for all to whom it is open alike, and is kept by nobody else', async () => {
    const [ana, ben] = [await subscriberWho('ana'), await subscriberWho('ben')]
    const [one, other] = [await ana.read(), await ben.read()]
    assert.ok(one.body.equals(other.body))
    assert.doesNotMatch(one.body.toString(), /saltmere/)
    const said = new Map(one.headers.map(([name, value]) => [name.toLowerCase(), value]))
    assert.equal(said.get('cache-control'), 'private, no-store')
    assert.equal(said.get('etag'), undefined)
    assert.match(said.get('content-security-policy') ?? '', /default-src 'none'/)
  })

  it('is the same page packed as it is plain', async () => {
    const cleo = await subscriberWho('cleo')
    const plain = await leaksIn(await cleo.read(), wall.secrets)
    for (const coding of ['br', 'gzip']) {
      const packed = await cleo.read('story-plan', { 'accept-encoding': coding })
      assert.ok(packed.headers.some(([name, value]) => /encoding/i.test(name) && value === coding))
      assert.deepEqual(await leaksIn(packed, wall.secrets), plain, coding)
    }
  })

  it('shuts with the very next answer when the plan ends', async () => {
    const dora = await subscriberWho('dora')
    await wall.stand.access.subscriptions.tell(dora.whose, { kind: 'withdraw', at: noon })
    assert.equal(await dora.opens(), false)
  })

  it('shuts with the very next answer when the session ends', async () => {
    const eli = await subscriberWho('eli')
    await wall.stand.accounts.sessions.endOthers(eli.id, null)
    assert.equal(await eli.opens(), false)
  })

  it('is gone with the very next answer when the story is withdrawn', async () => {
    const finn = await subscriberWho('finn')
    assert.ok(await finn.opens('story-bare'))
    await withdrawStory(wall.stand.desk, { publication: 'tide', edition, story: 'story-bare' })
    assert.equal((await finn.read('story-bare')).status, 410)
  })
})
