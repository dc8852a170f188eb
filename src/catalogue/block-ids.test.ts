import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { marksOf, withIds } from './block-ids.ts'

const paragraph = (html: string) => ({ kind: 'paragraph', html }) as const
const idsOf = (blocks: readonly { id: string }[]) => blocks.map((block) => block.id)

describe('withIds', () => {
  const before = withIds([paragraph('one'), paragraph('two'), paragraph('three')])

  it('gives the same text the same ids, and equal paragraphs different ones', () => {
    const again = withIds([paragraph('one'), paragraph('two'), paragraph('three')])
    assert.deepEqual(idsOf(again), idsOf(before))
    assert.equal(new Set(idsOf(withIds([paragraph('so'), paragraph('so')]))).size, 2)
  })

  it('keeps the id of a corrected paragraph and of its neighbours', () => {
    const after = withIds([paragraph('one'), paragraph('2'), paragraph('three')], marksOf(before))
    assert.deepEqual(idsOf(after), idsOf(before))
  })

  it('keeps the others when a paragraph comes in or goes', () => {
    const [one, two, three] = idsOf(before)
    const more = withIds(
      [paragraph('new'), ...['one', 'two', 'three'].map(paragraph)],
      marksOf(before),
    )
    assert.deepEqual(idsOf(more).slice(1), [one, two, three])
    const fewer = withIds([paragraph('one'), paragraph('three')], marksOf(before))
    assert.deepEqual(idsOf(fewer), [one, three])
  })

  it('gives ids to as many blocks as a stranger may send', () => {
    const many = (text: (index: number) => string) =>
      Array.from({ length: 100_000 }, (_, index) => paragraph(text(index)))
    const same = withIds(many(() => 'a'))
    assert.equal(new Set(idsOf(same)).size, same.length)
    const changed = withIds(many(String), marksOf(same))
    assert.deepEqual(idsOf(changed), idsOf(same))
  })
})
