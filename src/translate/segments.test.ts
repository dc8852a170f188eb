import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Block, KeptPicture } from '#catalogue'
import { blockWith, segmentsOf } from './segments.ts'

const picture: KeptPicture = {
  ...{ digest: 'd', width: 9, height: 9, widths: [9], thumbhash: '', tone: '#808080' },
}

/** One of every kind. */
const blocks: readonly Block[] = [
  { id: 'p', kind: 'paragraph', html: 'a <em>b</em>' },
  { id: 'h', kind: 'heading', level: 2, html: 'a' },
  { id: 'q', kind: 'quote', paragraphs: ['a', 'b'], source: 'c' },
  { id: 'f', kind: 'picture', picture, alt: 'a "b" & c', caption: 'd', credit: 'e' },
  {
    ...{ id: 'l', kind: 'list', ordered: false },
    items: [
      { html: 'a', inner: { ordered: true, items: [{ html: 'b' }, { html: 'c' }] } },
      { html: 'd' },
    ],
  },
  {
    id: 't',
    kind: 'table',
    caption: 'a',
    head: ['b', 'c'],
    rows: [
      ['d', ''],
      ['e', 'f'],
    ],
  },
  { id: 'c', kind: 'code', text: 'a' },
  { id: 'r', kind: 'rule' },
  { id: 'k', kind: 'card', address: 'https://a.example/', title: 'a' },
]

describe('segments', () => {
  it('put back unchanged give the same block, of every kind', () => {
    for (const block of blocks) assert.deepEqual(blockWith(block, segmentsOf(block)), block)
  })

  it('are all that is said in the block, in order, and nothing else of it changes', () => {
    const numbered = blocks.map((block) =>
      blockWith(
        block,
        segmentsOf(block).map((_, at) => String(at)),
      ),
    )
    assert.deepEqual(
      numbered.map((block) => segmentsOf(block).join()),
      ['0', '0', '0,1,2', '0,1', '0,1,2,3', '0,1,2,3,4,5,6', '', '', ''],
    )
    assert.deepEqual(numbered.slice(6), blocks.slice(6))
    assert.deepEqual(numbered[3], { ...blocks[3], alt: '1', caption: '0' })
  })

  it('must be as many as there were', () => {
    const block: Block = { id: 'q', kind: 'quote', paragraphs: ['a'], source: '' }
    assert.throws(() => blockWith(block, ['a']), RangeError)
    assert.throws(() => blockWith(block, ['a', 'b', 'c']), RangeError)
  })
})
