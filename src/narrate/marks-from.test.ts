import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { marksFrom, type SpeechEvent } from './marks-from.ts'
import type { SpokenBlock } from './spoken-block.ts'

/** A block spoken as it is written, or with what is said beside the offsets it comes from. */
function block(text: string, said: readonly (readonly [string, number])[] = []): SpokenBlock {
  const plain = said.length === 0
  const pieces: (readonly [string, number])[] = plain ? [[text, 0]] : [...said]
  const map: number[] = []
  for (const [piece, from] of pieces) {
    let at = from
    for (const letter of piece) {
      map.push(Math.min(at, text.length))
      if (plain) at += letter.length
    }
  }
  const spoken = pieces.map(([piece]) => piece).join('')
  return { blockId: 'b1', language: 'en', text, spoken, map: Uint32Array.from(map), pause: 0.5 }
}

const at = (codePoint: number, seconds: number): SpeechEvent => ({ codePoint, at: seconds })

const heard = (of: SpokenBlock, events: readonly SpeechEvent[], seconds = 10) =>
  marksFrom(of, events, seconds).map(({ start, end, from, to }) => [
    of.text.slice(start, end),
    Number(from.toFixed(3)),
    Number(to.toFixed(3)),
  ])

describe('when words are heard', () => {
  it('takes the earliest of the events of one written word', () => {
    const of = block('$19.50 each', [
      ['19 dollars and 50 cents', 1],
      [' ', 6],
      ['each', 7],
    ])
    const events = [at(3, 1), at(0, 0.5), at(11, 2), at(15, 2.5), at(24, 4)]
    assert.deepEqual(heard(of, events), [
      ['$19.50', 0.5, 4],
      ['each', 4, 10],
    ])
  })

  it('lays a word without an event between its neighbours, by length', () => {
    const of = block('end of the day')
    assert.deepEqual(heard(of, [at(0, 0), at(4, 1), at(11, 3.8)], 5), [
      ['end', 0, 1],
      ['of', 1, 2.2],
      ['the', 2.2, 3.8],
      ['day', 3.8, 5],
    ])
  })

  it('counts code points, and points in UTF-16', () => {
    const of = block('🌊 high 🌊 tide')
    assert.deepEqual(heard(of, [at(2, 1), at(9, 3)], 4).slice(-2), [
      ['high', 1, 3],
      ['tide', 3, 4],
    ])
  })

  it('marks no sign that nobody heard', () => {
    const of = block('Low – high')
    assert.deepEqual(heard(of, [at(0, 0), at(6, 1)], 2), [
      ['Low', 0, 1],
      ['high', 1, 2],
    ])
  })

  it('parts what only a line of the page parts', () => {
    const of = block('OneTwo', [
      ['One', 0],
      ['\n', 3],
      ['Two', 3],
    ])
    assert.deepEqual(heard(of, [at(0, 0), at(4, 1)], 2), [
      ['One', 0, 1],
      ['Two', 1, 2],
    ])
  })

  it('parts scripts without spaces by a dictionary', () => {
    const of = { ...block('海水退去了'), language: 'zh' }
    const events = Array.from({ length: 5 }, (_, index) => at(index, index))
    const words = heard(of, events, 5)
    assert.ok(words.length >= 2, String(words))
    assert.equal(words.map(([word]) => word).join(''), '海水退去了')
  })

  it('guesses at nothing without events', () => {
    assert.deepEqual(marksFrom(block('One two'), [], 3), [])
  })

  it('never lets a word begin before the one before it, or after the end', () => {
    const marks = marksFrom(block('a b c d'), [at(0, 2), at(2, 1), at(4, 9)], 5)
    assert.deepEqual(
      marks.map(({ from }) => from),
      [2, 2, 5, 5],
    )
  })
})
