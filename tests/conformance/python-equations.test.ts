import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pythonEquations } from './python-equations.ts'

describe('equations in a Python expression', () => {
  it('are found with their paths written one way', () => {
    const expression =
      "not bozo and feed['title'] == u'Fog' and entries[0].title_detail.value == \"Rain\""
    assert.deepEqual(pythonEquations(expression), [
      ['feed.title', 'Fog'],
      ['entries.0.title_detail.value', 'Rain'],
    ])
  })

  it('have their escapes read', () => {
    const expression = "entries[0]['title'] == 'it\\'s \\u6f2b\\xe9\\n'"
    assert.deepEqual(pythonEquations(expression), [['entries.0.title', "it's 漫é\n"]])
  })

  it('may be of numbers', () => {
    const expression = "entries[0]['updated_parsed'] == (2003, 12, 31, 10, 14, 55)"
    assert.deepEqual(pythonEquations(expression), [
      ['entries.0.updated_parsed', [2003, 12, 31, 10, 14, 55]],
    ])
  })

  it('are passed over when they are more than that', () => {
    assert.deepEqual(pythonEquations("len(feed['tags']) == 2 and feed['a'] is None"), [])
    assert.deepEqual(pythonEquations("feed['a'] == feed['b']"), [])
  })
})
