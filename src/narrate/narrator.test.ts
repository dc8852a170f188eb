import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { leadIn } from './encoder.ts'
import { SpeechError } from './engine.ts'
import { BusyError, type HeardText, type Narration } from './narration.ts'
import {
  countingEncoder,
  memorySounds,
  noon,
  paragraph,
  slowEngine,
  tide,
} from './narrator.fixture.ts'
import { type NarratorNeeds, openNarrator } from './narrator.ts'

const unhurried = new AbortController().signal

async function standWith(
  engines: readonly ReturnType<typeof slowEngine>[],
  changed: Partial<NarratorNeeds> = {},
) {
  const memory = memorySounds()
  const clock = { now: noon }
  const narrator = await openNarrator({
    engines: engines.map(({ engine }) => engine),
    encoder: countingEncoder,
    sounds: memory.sounds,
    files: memory.kept,
    lexicons: { of: async () => new Map() },
    announcementsIn: () => null,
    clock: () => clock.now,
    report: assert.ifError,
    ...changed,
  })
  const plan = async (text: HeardText = tide, wanted: string | null = null): Promise<Narration> => {
    const planned = await narrator.plan(text, wanted)
    assert.ok(typeof planned !== 'string', String(planned))
    return planned
  }
  const make = async (id: string, { urgent = true, signal = unhurried, text = tide } = {}) => {
    const { blocks, voice } = await plan(text)
    const block = blocks.find(({ spoken }) => spoken.blockId === id)
    assert.ok(block)
    return narrator.sound(text, block, voice, { isUrgent: () => urgent, signal })
  }
  return { narrator, plan, make, clock, ...memory }
}

const settled = async () => {
  for (let round = 0; round < 20; round += 1) await turn()
}

describe('a narration', () => {
  it('is planned with guesses, and with sounds once they are made', async () => {
    const { plan, make } = await standWith([slowEngine('loud', ['en'])])
    const { blocks, part } = await plan()
    assert.deepEqual([part, blocks.map(({ sound }) => sound)], ['whole', [null, null, null]])
    assert.ok((blocks[1]?.guess ?? 0) > 1)
    const sound = await make('b1')
    assert.deepEqual((await plan()).blocks[1]?.sound, sound)
  })

  it('has the pause in its sound, and is durable before it is known', async () => {
    const { make, steps, files } = await standWith([slowEngine('loud', ['en'])])
    const sound = await make('b1')
    assert.equal(sound.samples, leadIn + 'The tide went out.'.length + 500)
    assert.equal(sound.marks.length, 1)
    assert.deepEqual(steps, ['put', 'keep'])
    assert.ok(files.has(sound.blob))
  })

  it('of a block is made once, however many wait for it', async () => {
    const loud = slowEngine('loud', ['en'])
    const { make } = await standWith([loud])
    const [one, other] = await Promise.all([make('b1'), make('b1')])
    assert.equal(one, other)
    await make('b1')
    assert.equal(loud.spoken.length, 1)
  })

  it('speaks only what a correction changed', async () => {
    const loud = slowEngine('loud', ['en'])
    const { make } = await standWith([loud])
    await make('b1')
    await make('b2')
    const blocks = [tide.blocks[0] ?? assert.fail(), paragraph('b2', 'The boats lay still.')]
    const text = { ...tide, revision: 2, blocks }
    await make('b1', { text })
    await make('b2', { text })
    assert.deepEqual(loud.spoken.slice(2), ['The boats lay still.'])
  })

  it('belongs to every story that has the same words', async () => {
    const { make, claims } = await standWith([slowEngine('loud', ['en'])])
    const other = { ...tide, storyId: 'other' }
    await make('b1')
    await Promise.all([make('b2'), make('b2', { text: other })])
    await make('b1', { text: other })
    const theirs = new Set(claims.filter((claim) => claim.startsWith('other ')))
    assert.equal(theirs.size, 2)
  })

  it('is made again when its file was lost', async () => {
    const { narrator, plan, make, files } = await standWith([slowEngine('loud', ['en'])])
    const sound = await make('b1')
    files.clear()
    assert.equal(await narrator.bytes(sound), null)
    const { blocks, voice } = await plan()
    const lost = { ...(blocks[1] ?? assert.fail()), sound: null }
    const again = await narrator.sound(tide, lost, voice, {
      isUrgent: () => true,
      signal: unhurried,
    })
    assert.ok(await narrator.bytes(again))
  })

  it('knows the keys of all voices, for whoever lets sounds go', async () => {
    const { narrator, plan } = await standWith([
      slowEngine('loud', ['en', 'en-GB', 'nl']),
      slowEngine('far', ['en'], 'speech.example'),
    ])
    const keys = await narrator.keysOf(tide)
    assert.equal(new Set(keys).size, 9)
    const { blocks } = await plan()
    assert.ok(blocks.every(({ key }) => keys.includes(key)))
  })
})

describe('who speaks', () => {
  it('is the first in the order of the operator, or whom the reader wants', async () => {
    const engines = [slowEngine('own', ['nl']), slowEngine('loud', ['nl', 'nl-BE'])]
    const { plan } = await standWith(engines)
    const text = { ...tide, language: 'nl-BE' }
    assert.equal((await plan(text)).voice.id, 'own/nl')
    assert.equal((await plan(text, 'loud/nl')).voice.id, 'loud/nl')
    assert.equal((await plan(text, 'gone/nl')).voice.id, 'own/nl')
  })

  it('comes from the very country where it can', async () => {
    const { narrator } = await standWith([slowEngine('loud', ['nl', 'en', 'nl-BE', 'nb'])])
    const ids = (language: string) => narrator.voices(language, false).map(({ id }) => id)
    assert.deepEqual(ids('nl-BE'), ['loud/nl-BE', 'loud/nl'])
    assert.deepEqual(ids('nl'), ['loud/nl', 'loud/nl-BE'])
    assert.deepEqual(ids('no'), ['loud/nb'])
  })

  it('is nobody who would send the text away, unless the publisher lets it', async () => {
    const { narrator, plan } = await standWith([slowEngine('far', ['en'], 'speech.example')])
    assert.equal(await narrator.plan(tide, 'far/en'), 'forbidden')
    assert.deepEqual(narrator.voices('en', false), [])
    assert.equal((await plan({ ...tide, mayLeave: true })).voice.id, 'far/en')
    assert.equal(await narrator.plan({ ...tide, language: 'ja' }, null), 'no-voice')
  })

  it('is nobody of an engine that cannot say whom it has', async () => {
    const broken = slowEngine('broken', [])
    const engine = { ...broken.engine, voices: () => Promise.reject(new Error('no list')) }
    const told: string[] = []
    const { narrator } = await standWith([{ ...broken, engine }, slowEngine('loud', ['en'])], {
      report: (_, where) => told.push(where),
    })
    assert.deepEqual(
      narrator.voices('en', false).map(({ id }) => id),
      ['loud/en'],
    )
    assert.deepEqual(told, ['asking broken for its voices'])
  })
})

describe('the making of a sound', () => {
  it('comes before others when somebody listens, also one that was begun to be prepared', async () => {
    const loud = slowEngine('loud', ['en'])
    loud.state.holds = true
    const { make } = await standWith([loud])
    const all = [
      make('headline', { urgent: false }),
      make('b1', { urgent: false }),
      make('b2', { urgent: false }),
    ]
    await settled()
    all.push(make('b2', { urgent: true }))
    await settled()
    for (let round = 0; round < 3; round += 1) {
      loud.held[round]?.go()
      await settled()
    }
    await Promise.all(all)
    assert.deepEqual(loud.spoken, ['Low water', 'The boats lay down.', 'The tide went out.'])
  })

  it('comes after others again when its listener went away', async () => {
    const loud = slowEngine('loud', ['en'])
    loud.state.holds = true
    const { make } = await standWith([loud])
    const listening = new AbortController()
    const all = ['headline', 'b1', 'b2'].map((id) => make(id, { urgent: false }))
    await settled()
    const heard = make('b2', { signal: listening.signal })
    await settled()
    listening.abort(new Error('gone'))
    await assert.rejects(heard, /gone/)
    for (let round = 0; round < 3; round += 1) {
      loud.held[round]?.go()
      await settled()
    }
    await Promise.all(all)
    assert.deepEqual(loud.spoken, ['Low water', 'The tide went out.', 'The boats lay down.'])
  })

  it('ends when nobody waits for it any more, and not before', async () => {
    const loud = slowEngine('loud', ['en'])
    loud.state.holds = true
    const { make } = await standWith([loud])
    const [one, other] = [new AbortController(), new AbortController()]
    const first = make('b1', { signal: one.signal })
    const second = make('b1', { signal: other.signal })
    await settled()
    one.abort(new Error('gone'))
    await assert.rejects(first, /gone/)
    assert.equal(loud.state.speaking, 1)
    other.abort(new Error('gone too'))
    await assert.rejects(second, /gone too/)
    await settled()
    assert.equal(loud.state.speaking, 0)
    loud.state.holds = false
    assert.ok(await make('b1'))
  })

  it('is refused when too many wait already', async () => {
    const loud = slowEngine('loud', ['en'])
    loud.state.holds = true
    const { make } = await standWith([loud])
    const blocks = Array.from({ length: 102 }, (_, index) =>
      paragraph(`b${index}`, `Part ${index}`),
    )
    const text = { ...tide, blocks }
    const asking = new AbortController()
    const { signal } = asking
    const made = blocks.map(({ id }) => make(id, { text, signal }).catch((error) => error))
    await settled()
    asking.abort(new Error('enough'))
    const ends = await Promise.all(made)
    assert.equal(ends.filter((end) => end instanceof BusyError).length, 1)
  })

  it('leaves an engine alone that failed three times, longer each time', async () => {
    const own = slowEngine('own', ['en'])
    const { make, plan, clock } = await standWith([own, slowEngine('loud', ['en'])])
    own.refuse('down')
    for (let round = 0; round < 3; round += 1) await assert.rejects(make('b1'), SpeechError)
    assert.equal((await plan()).voice.id, 'loud/en')
    clock.now = noon.add({ seconds: 31 })
    assert.equal((await plan()).voice.id, 'own/en')
    await assert.rejects(make('b1'), SpeechError)
    clock.now = noon.add({ seconds: 31 + 59 })
    assert.equal((await plan()).voice.id, 'loud/en')
    clock.now = noon.add({ seconds: 31 + 61 })
    own.refuse(null)
    await make('b1')
    assert.equal((await plan()).voice.id, 'own/en')
  })

  it('does not blame the engine for a text that nobody could speak', async () => {
    const own = slowEngine('own', ['en'])
    const { make, plan } = await standWith([own, slowEngine('loud', ['en'])])
    own.refuse('too-long')
    for (let round = 0; round < 4; round += 1) await assert.rejects(make('b1'), SpeechError)
    assert.equal((await plan()).voice.id, 'own/en')
  })

  it('says so when the only engine is left alone', async () => {
    const own = slowEngine('own', ['en'])
    const { make } = await standWith([own])
    own.refuse('quota')
    await assert.rejects(make('b1'), /quota/)
    own.refuse(null)
    await assert.rejects(make('b1'), /left alone until 2031-04-02T13:00:00Z/)
  })

  it('lets the engine go when the encoder fails before it heard anything', async () => {
    const loud = slowEngine('loud', ['en'])
    const encoder = { ...countingEncoder, encode: () => Promise.reject(new RangeError('rate')) }
    const { make } = await standWith([loud], { encoder })
    await assert.rejects(make('b1'), RangeError)
    assert.equal(loud.state.speaking, 0)
  })
})
