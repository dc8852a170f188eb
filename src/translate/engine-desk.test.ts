import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { EngineError, type TranslateCall, type TranslationEngine } from './engine.ts'
import { type EngineDesk, openEngineDesk, RestingError } from './engine-desk.ts'
import { shouter } from './translator.fixture.ts'

const call: TranslateCall = {
  ...{ from: 'en', to: 'nl', segments: [{ id: '1', content: 'the boats' }] },
  ...{ glossary: new Map(), context: '', signal: new AbortController().signal },
}

function deskOf(engine: TranslationEngine) {
  let now = Temporal.Instant.from('2031-04-02T12:00:00Z')
  const desk = openEngineDesk(engine, {
    use: { take: async () => true },
    clock: () => now,
    zone: 'UTC',
    most: null,
  })
  const pass = (seconds: number) => {
    now = now.add({ seconds })
  }
  return { desk, pass }
}

const endOf = (desk: EngineDesk) =>
  desk.ask(call).then(
    () => 'done',
    (error: Error) => (error instanceof EngineError ? error.fault : error.name),
  )

describe('one engine', () => {
  it('is asked by as many at the same time as it takes', async () => {
    let inside = 0
    let most = 0
    const { engine } = shouter({
      async translate() {
        inside += 1
        most = Math.max(most, inside)
        await new Promise((resolve) => setImmediate(resolve))
        inside -= 1
        return []
      },
    })
    const { desk } = deskOf(engine)
    await Promise.all(Array.from({ length: 9 }, () => desk.ask(call)))
    assert.equal(most, 2)
  })

  it('that failed gets one trial when its rest is over, however many ask', async () => {
    const { engine, state, calls } = shouter()
    const { desk, pass } = deskOf(engine)
    state.fault = 'bad-output'
    for (let time = 0; time < 3; time += 1) await endOf(desk)
    pass(30)
    assert.equal(desk.isResting(), false)
    const ends = await Promise.all([endOf(desk), endOf(desk), endOf(desk)])
    assert.deepEqual(ends.toSorted(), ['RestingError', 'RestingError', 'bad-output'])
    assert.equal(calls.length, 4)
    await assert.rejects(desk.ask(call), RestingError)
  })

  it('that asks for a moment is asked again after it, and for longer is left alone', async () => {
    let pause = Temporal.Duration.from({ seconds: 0 })
    let asked = 0
    const { engine } = shouter({
      async translate() {
        asked += 1
        if (asked > 1 && pause.total('seconds') === 0) return []
        throw new EngineError('rate', 'Too often.', pause)
      },
    })
    const { desk, pass } = deskOf(engine)
    assert.equal(await endOf(desk), 'done')
    assert.equal(asked, 2)
    pause = Temporal.Duration.from({ minutes: 5 })
    assert.equal(await endOf(desk), 'rate')
    pass(299)
    assert.equal(desk.isResting(), true)
    pass(1)
    assert.equal(desk.isResting(), false)
  })

  it('without quota rests an hour; a text that it cannot do costs it nothing', async () => {
    const { engine, state } = shouter()
    const { desk, pass } = deskOf(engine)
    state.fault = 'too-long'
    for (let time = 0; time < 5; time += 1) await endOf(desk)
    assert.equal(desk.isResting(), false)
    state.fault = 'quota'
    assert.equal(await endOf(desk), 'quota')
    pass(3_599)
    assert.equal(desk.isResting(), true)
  })
})
