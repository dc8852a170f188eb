import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addresses, href } from '#web'
import { asked } from './wall/asked.ts'
import { leaksIn } from './wall/detector.ts'
import { edition } from './wall/fill-wall.ts'
import { answersWith, differences } from './wall/twins.ts'
import { everyAttempt, someAttempts, viewersOf, walk } from './wall/walk.ts'
import { openWallStand, type WallStand } from './wall/wall-stand.ts'
import { leadWords } from './wall/walled-stories.ts'

/** The whole form, with every attempt there is, is `npm run prove -- wall`. */
const short = 1_500

const place = { locale: 'en', publication: 'tide', edition }
const storyPath = (story: string) => href(addresses.story, { ...place, story })
const get = (path: string, headers: Readonly<Record<string, string>> = {}) => ({
  ...{ method: 'GET', path, headers },
})

let wall: WallStand
before(async () => {
  wall = await openWallStand()
})
after(() => wall[Symbol.asyncDispose]())

describe('the wall', { timeout: 240_000 }, () => {
  it('knows every address that is registered', () => {
    const registered = new Set(wall.fresh.web.app.routes.map((route) => route.path))
    for (const everywhere of ['*', '/*']) registered.delete(everywhere)
    const unlisted = [...registered].filter((path) => !(path in asked))
    assert.deepEqual(unlisted, [])
  })

  it('keeps the rest from everybody to whom it is not open, whatever they try', async () => {
    const attempts = someAttempts(wall, short)
    const walked = await walk(wall, wall.fresh, attempts)
    assert.deepEqual(walked.leaks, [])
    assert.deepEqual(walked.failures, [])
    const all = everyAttempt(wall)
    assert.equal(walked.viewers.size, Object.keys(viewersOf(wall)).length)
    assert.equal(walked.tricks.size, new Set(all.map(({ trick }) => trick)).size)
  })

  it('keeps it also where pages are kept, while a subscriber reads the same', async () => {
    const attempts = someAttempts(wall, 1).flatMap((attempt) => [
      { ...attempt, request: { ...attempt.request, headers: wall.subscriber } },
      attempt,
    ])
    const strangers = attempts.filter((_, index) => index % 2 === 1)
    for (const one of attempts) {
      if (one.request.headers === wall.subscriber) await wall.keeping.send(one.request)
    }
    assert.deepEqual((await walk(wall, wall.keeping, strangers)).leaks, [])
  })

  it('opens to a subscriber, with everything that this test looks for', async () => {
    const answer = await wall.fresh.send(get(storyPath('story-plan'), wall.subscriber))
    const found = await leaksIn(answer, wall.secrets)
    assert.deepEqual(new Set(found), new Set([...wall.aviary.of('plan, '), ...found.slice(-1)]))
    assert.match(found.at(-1) ?? '', /^address of/)
    assert.equal(
      new Headers([...answer.headers].map(([a, b]) => [a, b])).get('cache-control'),
      'private, no-store',
    )
    for (const format of ['webp', 'avif']) {
      const path = href(addresses.picture, { file: `${wall.known.restPicture}-64.${format}` })
      const picture = await wall.fresh.send(get(path, wall.subscriber))
      assert.deepEqual(await leaksIn(picture, wall.secrets, path), ['rest'], format)
    }
  })

  it('speaks to a subscriber, in sounds whose words this test can hear', async () => {
    const path = href(addresses.narrationSound, { ...place, story: 'story-plan' })
    const heard = await wall.fresh.send(get(path, wall.subscriber))
    assert.equal(heard.status, 200)
    assert.ok((await leaksIn(heard, wall.secrets, path)).length > 5)
    const lead = await wall.fresh.send(get(path))
    assert.match(lead.body.toString(), new RegExp(leadWords))
  })

  it('translates for a subscriber, in words that this test can read', async () => {
    const path = href(addresses.storyIn, { ...place, story: 'story-plan', language: 'nl' })
    for (const view of ['', '?view=beside']) {
      const answer = await wall.fresh.send(get(path + view, wall.subscriber))
      assert.equal(answer.status, 200)
      assert.ok((await leaksIn(answer, wall.secrets, path)).length > 5)
    }
    const lead = await wall.fresh.send(get(path))
    assert.match(lead.body.toString(), new RegExp(`«[^»]*${leadWords}`))
  })

  it('gives a subscriber nothing of what was revised, withdrawn or is to come', async () => {
    for (const story of wall.known.slugs) {
      const answer = await wall.fresh.send(get(storyPath(story), wall.subscriber))
      const found = await leaksIn(answer, wall.secrets)
      const places = new Set(found.map((leak) => wall.aviary.placeOf(leak).split(',')[0]))
      for (const place of ['former', 'gone', 'held']) assert.ok(!places.has(place), story)
    }
  })

  it('does tell machines of stories, so that this test looks at real feeds and maps', async () => {
    const told = async (path: string) => (await wall.fresh.send(get(path))).body.toString()
    for (const path of ['/feeds/en/publications/tide.atom', '/feeds/en/stand.json']) {
      assert.match(await told(path), new RegExp(leadWords), path)
    }
    for (const path of ['/sitemaps/stories-2031-04.xml', '/sitemaps/news.xml']) {
      assert.match(await told(path), /\/story-plan/, path)
    }
  })

  it('does show leads and their pictures, so that this test looks at real pages', async () => {
    const { leadPicture, typeset } = wall.known
    const page = await wall.fresh.send(get(storyPath('story-plan')))
    assert.match(page.body.toString(), new RegExp(leadWords))
    const drawn = ['/covers/', '/social/'].map((start) =>
      typeset.find((one) => one.startsWith(start)),
    )
    const file = href(addresses.picture, { file: `${leadPicture}-64.webp` })
    for (const path of [...drawn, file]) {
      const { status } = await wall.fresh.send(get(path ?? ''))
      assert.equal(status, 200, path ?? 'nothing drawn')
    }
  })

  it('sends the same bytes to everybody without an account', async () => {
    const path = storyPath('story-plan')
    const answers = new Set<string>()
    for (const [viewer, headers] of Object.entries(viewersOf(wall))) {
      // With a session or a gift a page is made for that browser alone.
      if (/(?:session|gift)=/.test(headers.cookie ?? '')) continue
      const { headers: said, body } = await wall.fresh.send(get(path, headers))
      const lasting = said.filter(([name]) => !/^(?:date|connection|keep-alive)$/i.test(name))
      answers.add(`${JSON.stringify(lasting)}\n${body}`)
      assert.equal(answers.size, 1, viewer)
    }
  })

  it('answers alike whatever the rest says, to the byte', async () => {
    const boats = 'By seven the boats lay down in the mud.'
    const plain = await answersWith(boats)
    const longer = 'At nine Marguerite accidentally discovered seventeen abandoned lighthouses.'
    assert.deepEqual(differences(plain, await answersWith(longer)), [])
    const packed = { 'accept-encoding': 'br' }
    const [one, other] = [await answersWith(boats, packed), await answersWith(longer, packed)]
    // A feed that is packed hides the id that it gives.
    const feeds = /^\/feeds\//
    assert.deepEqual(
      differences(one, other).filter((path) => !feeds.test(path)),
      [],
    )
    // What is left of it may be told, and is: it is counted in words.
    assert.notDeepEqual(differences(plain, await answersWith(boats.repeat(200))), [])
  })
})
