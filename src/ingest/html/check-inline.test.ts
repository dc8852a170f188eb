import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { certain } from './check-inline.ts'

describe('the last look at inline HTML', () => {
  it('lets through what we write', () => {
    const html =
      '<a href="https://a.example/?b&amp;c">d</a> <span dir="rtl" lang="ar">e</span><br>&#39;&quot;'
    assert.equal(certain(html), html)
  })

  it('leaves only the words of anything else', () => {
    const wrong = [
      '<a href="javascript:x">word</a>',
      '<a href="https://a.example" onclick="x">word</a>',
      '<img src="x">word',
      '<b>word</b>',
      '<em><script>word</em>',
    ]
    for (const html of wrong) assert.equal(certain(html), 'word', html)
    assert.equal(certain('a < word'), 'a  word')
    assert.equal(certain('&eacute; word'), '&amp;eacute; word')
  })
})
