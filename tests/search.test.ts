import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addresses, href } from '#web'
import { oddQuestions, queryWith } from './odd-questions.fixture.ts'
import { probe } from './wall/probes.ts'
import { viewersOf } from './wall/walk.ts'
import { openWallStand, type WallStand } from './wall/wall-stand.ts'

const search = href(addresses.search, { locale: 'en' })
const ask = (q: string) => `${search}?${new URLSearchParams({ q })}`

let wall: WallStand
before(async () => {
  wall = await openWallStand()
})
after(() => wall[Symbol.asyncDispose]())

describe('searching a stand with walls', { timeout: 240_000 }, () => {
  it('tells nobody without a right of a word of a rest, a phrase of it, or what is left out by it', async () => {
    const [canary = ''] = wall.aviary.of('plan, first sentence')
    // As long as the canary and nowhere at all: the answer may differ in nothing but these letters.
    const nonsense = canary.replaceAll(/[a-z]/g, (letter) => (letter === 'q' ? 'v' : 'q'))
    const shapes = [
      (word: string) => word,
      (word: string) => `"The ${word} came out on the mud"`,
      (word: string) => `sea -${word}`,
      (word: string) => `sand ${word}`,
      (word: string) => `headline:${word}`,
      (word: string) => word.slice(0, -1),
    ]
    for (const [viewer, headers] of Object.entries(viewersOf(wall))) {
      for (const shape of shapes) {
        const answers = [canary, nonsense].map(async (word) => {
          const { status, body } = await wall.fresh.send({
            method: 'GET',
            path: ask(shape(word)),
            headers,
          })
          assert.equal(status, 200, viewer)
          const page = body.toString()
          return [word, word.slice(0, -1)].reduce((text, one) => text.replaceAll(one, '…'), page)
        })
        const [said, other] = await Promise.all(answers)
        assert.equal(said, other, `${viewer}: ${shape(canary)}`)
      }
    }
  })

  it('finds it for whoever may read it, so that this test looks for something', async () => {
    const [canary = ''] = wall.aviary.of('plan, first sentence')
    const answer = await wall.fresh.send({
      method: 'GET',
      path: ask(canary),
      headers: wall.subscriber,
    })
    assert.match(answer.body.toString(), new RegExp(`The <mark>${canary}</mark> came out`))
    const stranger = await wall.fresh.send({ method: 'GET', path: ask('sand'), headers: {} })
    assert.match(stranger.body.toString(), /<mark>sand<\/mark>/)
  })

  it('answers a stranger alike whatever the rests say: pages, counts, orders and suggestions', async () => {
    // `npm run prove -- probes` asks a thousand.
    const { differences, telling } = await probe(60, 1)
    assert.deepEqual(differences, [])
    assert.ok(telling > 10)
  })

  it('answers a reader of many other titles alike as well', async () => {
    const { differences, telling } = await probe(30, 2, 61)
    assert.deepEqual(differences, [])
    assert.ok(telling > 5)
  })

  it('answers every string', async () => {
    // `npm run prove -- questions` asks ten thousand.
    for (const [at, question] of oddQuestions(300, 1).entries()) {
      const path = (at % 7 === 0 ? `${search}/suggestions` : search) + queryWith(question, at)
      const { status, headers } = await wall.fresh.web.app.request(path)
      if (status === 301) {
        const to = headers.get('location') ?? ''
        const next = await wall.fresh.web.app.request(to)
        assert.equal(next.status, 200, `${JSON.stringify(question)} leads to ${to}`)
      } else assert.equal(status, 200, JSON.stringify(question))
    }
  })

  it('says in /health how the index is', async () => {
    const answer = await wall.fresh.send({ method: 'GET', path: '/health', headers: {} })
    const { ok, search: state } = JSON.parse(answer.body.toString())
    assert.deepEqual([ok, state], [true, { state: 'ready' }])
  })
})
