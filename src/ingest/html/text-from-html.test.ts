import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isTooDeep } from './depth.ts'
import { textFromHtml } from './text-from-html.ts'

describe('textFromHtml', () => {
  it('decodes once', () => {
    assert.equal(textFromHtml('Tide &amp;amp; <b>time</b> &lt;b&gt;'), 'Tide &amp; time <b>')
  })

  it('reads no script', () => {
    assert.equal(textFromHtml('a<script>b</script><style>c</style><svg>d</svg>'), 'a')
  })

  it('leaves a lone bracket alone', () => {
    assert.equal(textFromHtml('1 < 2 > 0'), '1 < 2 > 0')
  })

  it('is one line without direction marks', () => {
    assert.equal(textFromHtml(' a\n\u202Eb\u2069<br>c\u0000 '), 'a b c')
  })

  it('survives depth', () => {
    assert.equal(textFromHtml(`${'<i>'.repeat(100_000)}a &amp; b`), 'a & b')
  })
})

describe('isTooDeep', () => {
  it('counts what is open, not what is there', () => {
    assert.equal(isTooDeep('<div><p>a<br></div>'.repeat(1_000)), false)
    assert.equal(isTooDeep(`${'<p>a'.repeat(1_000)}`), false)
    assert.equal(isTooDeep('<div>'.repeat(257)), true)
    assert.equal(isTooDeep('<div>'.repeat(256)), false)
  })

  it('is not misled by tags in values, comments and scripts', () => {
    assert.equal(isTooDeep('<div title="</div>">'.repeat(257)), true)
    assert.equal(
      isTooDeep(`<!--${'<div>'.repeat(300)}--><script>${'<div>'.repeat(300)}</script>`),
      false,
    )
    assert.equal(isTooDeep('<div title="'.repeat(100_000)), false)
  })
})
