import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { standfirstOf } from './standfirst.ts'

const text = 'The harbour lay quiet under a thin fog, and nobody had heard yet what was decided.'

describe('the standfirst', () => {
  it('is a summary that says something else than the text’s beginning', () => {
    const summary = 'Why the lighthouse goes dark.'
    assert.equal(standfirstOf(summary, text), summary)
  })

  it('is never the beginning of the text over again, however it was cut', () => {
    assert.equal(standfirstOf('The harbour lay quiet under a thin fog …', text), '')
    assert.equal(standfirstOf('The harbour lay quiet, under a “thin” fog [...]', text), '')
    assert.equal(standfirstOf(text, text), '')
  })

  it('is not a whole second text', () => {
    assert.equal(standfirstOf('Other words. '.repeat(60), text), '')
  })
})
