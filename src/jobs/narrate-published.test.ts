import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { BusyError } from '#narrate'
import { countingEncoder, memorySounds, noon, slowEngine } from '../narrate/narrator.fixture.ts'
import { openNarrator } from '../narrate/narrator.ts'
import { heardStand } from './heard-stand.fixture.ts'
import { narratePublished } from './narrate-published.ts'

const always = new AbortController().signal

async function standThatSpeaks() {
  const stand = heardStand()
  const loud = slowEngine('loud', ['en'])
  const { sounds, kept: files } = memorySounds()
  const reported: string[] = []
  const narrator = await openNarrator({
    engines: [loud.engine],
    encoder: countingEncoder,
    sounds,
    files,
    lexicons: { of: async () => new Map() },
    announcementsIn: () => null,
    clock: () => noon,
    report: assert.ifError,
  })
  const report = (_: unknown, where: string) => void reported.push(where)
  return { ...loud, ...stand, needs: { ...stand.needs, narrator, report }, reported }
}

describe('narrating what is published', () => {
  it('speaks all of what is printed from now on, and of a correction what changed', async () => {
    const { needs, print, spoken } = await standThatSpeaks()
    print('old', 'It was.')
    const round = await narratePublished(needs)
    print('a', 'One.', 'Two.')
    await round(always)
    assert.deepEqual(spoken, ['Low water a', 'One.', 'Two.'])
    print('a', 'One.', 'Three.')
    await round(always)
    assert.deepEqual(spoken.slice(3), ['Three.'])
  })

  it('leaves alone what is gone again, and what nobody may speak', async () => {
    const { needs, state, print, withdraw, spoken, reported } = await standThatSpeaks()
    const round = await narratePublished(needs)
    print('a', 'One.')
    withdraw('a')
    await round(always)
    state.permits = { ...state.permits, narration: false }
    print('b', 'Two.')
    await round(always)
    assert.deepEqual([spoken, reported], [[], []])
  })

  it('goes on with the next story when one cannot be spoken', async () => {
    const { needs, print, spoken, refuse, reported } = await standThatSpeaks()
    const round = await narratePublished(needs)
    refuse('too-long')
    print('a', 'One.')
    print('b', 'Two.')
    await round(always)
    assert.deepEqual(spoken, ['Low water a', 'Low water b'])
    assert.equal(reported.length, 2)
  })

  it('waits while there are listeners enough, and when the stand closes', async () => {
    const { needs, print, spoken, reported } = await standThatSpeaks()
    let isBusy = true
    const narrator: typeof needs.narrator = {
      ...needs.narrator,
      sound: (...asked) =>
        isBusy ? Promise.reject(new BusyError('full')) : needs.narrator.sound(...asked),
    }
    const round = await narratePublished({ ...needs, narrator })
    print('a', 'One.')
    await round(always)
    assert.deepEqual([spoken, reported], [[], []])
    isBusy = false
    await round(AbortSignal.abort())
    assert.deepEqual(spoken, [])
    await round(always)
    assert.deepEqual(spoken, ['Low water a', 'One.'])
  })
})
