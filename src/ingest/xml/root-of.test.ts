import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rootOf } from './root-of.ts'

describe('the root of an XML text', () => {
  it('is its first element, whatever stands before it', () => {
    const xml =
      '\n<?xml version="1.0"?><!-- <rss> --><!DOCTYPE a [<!ENTITY b "<c>">]> <a:Feed d="1">'
    assert.deepEqual(rootOf(xml), { name: 'feed', tag: '<a:Feed d="1">' })
  })

  it('is none where there is no element', () => {
    for (const text of ['', 'plain', '<!-- a', '<?xml', '<!DOCTYPE a [', '< a']) {
      assert.equal(rootOf(text), null, text)
    }
  })
})
