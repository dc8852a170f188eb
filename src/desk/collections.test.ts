import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Collection } from '#catalogue'
import { type CollectionWords, withWords } from './collections.ts'
import { moved, withAddedMeanwhile } from './collections-order.ts'

const noon = Temporal.Instant.from('2031-04-02T12:00:00Z')
const words: CollectionWords = {
  title: 'Quiet  water ',
  introduction: ' One.\r\n\r\nTwo. ',
  language: 'EN_gb',
  everywhere: false,
  editor: ' Mirre Holtslag',
  topic: null,
  starts: noon,
  ends: null,
  chosen: [{ storyId: 'a', reason: ' It is\nquiet. ' }],
}
const before: Collection = {
  ...words,
  ...{ id: 'c', slug: 'untitled', language: 'en', starts: null, revision: 3, changedAt: noon },
}
const faultsOf = (changed: Partial<CollectionWords>) => {
  const made = withWords(before, { ...words, ...changed }, noon)
  return made.ok ? [] : made.reason.map(({ at, why }) => `${at} ${why}`)
}

describe('the words of a collection', () => {
  it('are kept without what nobody meant to type', () => {
    const made = withWords(before, words, noon)
    assert.ok(made.ok)
    const { title, introduction, language, editor, slug, revision, chosen } = made.value
    assert.deepEqual(
      { title, introduction, language, editor, slug, revision, chosen },
      {
        ...{ title: 'Quiet water', introduction: 'One.\n\nTwo.', language: 'en-GB' },
        ...{ editor: 'Mirre Holtslag', slug: 'quiet-water', revision: 3 },
        chosen: [{ storyId: 'a', reason: 'It is quiet.' }],
      },
    )
  })

  it('change its address only as long as no reader can have seen it', () => {
    const slugWhen = (starts: Temporal.Instant | null) => {
      const made = withWords({ ...before, starts }, words, noon)
      return made.ok && made.value.slug
    }
    assert.equal(slugWhen(null), 'quiet-water')
    assert.equal(slugWhen(noon.add({ hours: 1 })), 'quiet-water')
    assert.equal(slugWhen(noon), 'untitled')
  })

  it('are refused with every fault at once', () => {
    assert.deepEqual(faultsOf({}), [])
    assert.deepEqual(faultsOf({ title: ' ', introduction: 'x'.repeat(1_001), language: 'x_' }), [
      'title missing',
      'introduction too-long',
      'language no-language',
    ])
    assert.deepEqual(faultsOf({ ends: noon }), ['ends before-start'])
    assert.deepEqual(faultsOf({ starts: null, ends: noon }), ['ends before-start'])
    assert.deepEqual(faultsOf({ chosen: [] }), ['chosen none'])
    assert.deepEqual(faultsOf({ chosen: [], starts: null }), [])
  })

  it('give every story a reason, of 300 characters as people count them', () => {
    const reason = (said: string) => faultsOf({ chosen: [{ storyId: 'a', reason: said }] })
    assert.deepEqual(reason('  '), ['reason missing'])
    assert.deepEqual(reason('👩🏽‍🚀'.repeat(300)), [])
    assert.deepEqual(reason('x'.repeat(301)), ['reason too-long'])
    const many = Array.from({ length: 31 }, (_, at) => ({ storyId: `s${at}`, reason: 'So.' }))
    assert.deepEqual(faultsOf({ chosen: many }), ['chosen too-many'])
  })
})

describe('the order of a collection', () => {
  const list = (ids: string) => [...ids].map((storyId) => ({ storyId, reason: storyId }))
  const ids = (of: ReturnType<typeof moved>) => of.map(({ storyId }) => storyId).join('')

  it('is changed one place at a time', () => {
    assert.equal(ids(moved(list('abc'), 'b', 'up')), 'bac')
    assert.equal(ids(moved(list('abc'), 'b', 'down')), 'acb')
    assert.equal(ids(moved(list('abc'), 'a', 'up')), 'abc')
    assert.equal(ids(moved(list('abc'), 'c', 'down')), 'abc')
    assert.equal(ids(moved(list('abc'), 'x', 'up')), 'abc')
  })

  it('keeps what two editors chose at once', () => {
    assert.equal(ids(withAddedMeanwhile(list('ab'), list('bca'))), 'abc')
  })
})
