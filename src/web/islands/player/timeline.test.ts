import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { markAt, secondsAt, timelineOf } from './timeline.ts'

const head = {
  ...({ language: 'en', voice: 'espeak/en', voices: [], part: 'whole', place: null } as const),
  blocks: [
    { id: 'headline', guess: 3 },
    { id: 'b0', guess: 10 },
    { id: 'b1', guess: 5 },
  ],
}
const marks = [0, 3, 0, 4, 6, 20, 11, 5, 75]
const line = (id: string, seconds: number) => ({
  ...({ id, seconds, lead: 0.05, letters: 16, marks, until: 120, level: 'word' } as const),
})

describe('the timeline of a narration', () => {
  it('is a guess until blocks are made, and then what they are', () => {
    const timeline = timelineOf(head)
    assert.equal(timeline.total(), 18)
    timeline.take(line('b0', 8.5))
    timeline.take(line('nowhere', 99))
    assert.equal(timeline.total(), 16.5)
    assert.equal(timeline.startOf(2), 11.5)
    assert.deepEqual(
      timeline.blocks.map(({ made }) => made),
      [false, true, false],
    )
  })

  it('knows the moment in a file that begins with any block', () => {
    const timeline = timelineOf(head)
    timeline.take(line('b0', 8.5))
    const { index, within } = timeline.momentAt(4.05)
    assert.deepEqual([index, within.toFixed(2)], [1, '1.00'])
    assert.equal(timeline.momentAt(4.05, 1).index, 1)
    assert.equal(timeline.momentAt(4.05, 1).within, 4)
    assert.equal(timeline.startOf(2, 1), 8.5)
    assert.equal(timeline.momentAt(999).index, 2)
  })
})

describe('what is heard of a block', () => {
  const block = line('b0', 8.5)

  it('is the word that began last, and none in a silence', () => {
    assert.deepEqual(markAt(block, 0), [0, 3])
    assert.deepEqual(markAt(block, 0.74), [4, 10])
    assert.deepEqual(markAt(block, 0.75), [11, 16])
    assert.equal(markAt(block, -0.01), null)
    assert.equal(markAt(block, 1.2), null)
    assert.equal(markAt({ marks: [], until: 0 }, 0.5), null)
  })

  it('begins where the word under a finger does', () => {
    assert.equal(secondsAt(block, 0), 0)
    assert.equal(secondsAt(block, 7), 0.2)
    assert.equal(secondsAt(block, 10), 0.2)
    assert.equal(secondsAt(block, 99), 0.75)
  })
})
