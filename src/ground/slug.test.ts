import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { freeSlug, slugOf } from './slug.ts'

describe('slugOf', () => {
  it('joins the words of a headline and drops Latin accents', () => {
    assert.equal(
      slugOf('The harbour’s lowest morning — at last!'),
      'the-harbours-lowest-morning-at-last',
    )
    assert.equal(slugOf('Überraschung à Zürich'), 'uberraschung-a-zurich')
  })

  it('keeps the letters of other scripts', () => {
    assert.equal(slugOf('خياطة الضوء: يوم'), 'خياطة-الضوء-يوم')
    assert.equal(slugOf('東京の朝'), '東京の朝')
    assert.equal(slugOf('ملكٌ من خشبِ الزيتونِ'), 'ملك-من-خشب-الزيتون')
  })

  it('ends between words and stays within 80 characters', () => {
    const slug = slugOf('seventeen '.repeat(20))
    assert.ok(slug.length <= 80 && slug.endsWith('seventeen'))
    assert.ok(slugOf('x'.repeat(500)).length <= 80)
  })

  it('is empty for a headline of one emoji', () => {
    assert.equal(slugOf('🎈'), '')
  })
})

describe('freeSlug', () => {
  it('counts up from two', () => {
    const taken = new Set(['tide', 'tide-2'])
    assert.equal(
      freeSlug('tide', (slug) => taken.has(slug)),
      'tide-3',
    )
  })
})
