import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sentencesOf } from './sentences.ts'
import type { SpokenBlock } from './spoken-block.ts'

function asWritten(text: string, language = 'en'): SpokenBlock {
  const offsets: number[] = []
  let at = 0
  for (const letter of text) {
    offsets.push(at)
    at += letter.length
  }
  const map = Uint32Array.from(offsets)
  return { blockId: 'b1', language, text, spoken: text, map, pause: 0.5 }
}

const written = (text: string, language?: string) =>
  sentencesOf(asWritten(text, language)).map(({ start, end }) => text.slice(start, end))

describe('the sentences of a block', () => {
  it('come in order, without the space between them', () => {
    assert.deepEqual(written('The tide went out.  Boats lay down! Why? '), [
      'The tide went out.',
      'Boats lay down!',
      'Why?',
    ])
  })

  it('do not end at an abbreviation or an initial', () => {
    assert.deepEqual(written('Ask Prof. Reed or J. Marsh. She knows.'), [
      'Ask Prof. Reed or J. Marsh.',
      'She knows.',
    ])
  })

  it('end where the last word is a title but the block ends', () => {
    assert.deepEqual(written('He became a Prof.'), ['He became a Prof.'])
  })

  it('are found by their place in what is said and in what is written', () => {
    const text = '5 km. Go!'
    const spoken = '5 kilometres. Go!'
    const map = Uint32Array.from([0, 1, ...Array(10).fill(2), 4, 5, 6, 7, 8])
    const block = { ...asWritten(text), spoken, map }
    assert.deepEqual(
      sentencesOf(block).map(({ start, end, spokenStart, spokenEnd }) => [
        text.slice(start, end),
        spoken.slice(spokenStart, spokenEnd),
      ]),
      [
        ['5 km.', '5 kilometres.'],
        ['Go!', 'Go!'],
      ],
    )
  })

  it('survive letters beyond the first plane', () => {
    assert.deepEqual(written('🌊 Up. 🌊 Down.'), ['🌊 Up.', '🌊 Down.'])
  })
})
