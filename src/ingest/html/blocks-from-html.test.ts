import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { blocksFromHtml, inlineFromHtml } from './blocks-from-html.ts'

const context = { base: 'https://tideline.example/news/today', language: 'en' }
const blocksOf = (html: string, more = {}) => blocksFromHtml(html, { ...context, ...more }).blocks
const codesOf = (html: string) => blocksFromHtml(html, context).remarks.map(({ code }) => code)
const paragraph = (html: string) => ({ kind: 'paragraph', html })

describe('paragraphs', () => {
  it('are made of bare text, of lines parted twice, and folded', () => {
    const html =
      'Low\n  water <b>at&nbsp;six</b><p> High  at noon. </p>And <br> so<br> <br>on<p> </p>'
    assert.deepEqual(
      blocksOf(html),
      ['Low water <strong>at\u00A0six</strong>', 'High at noon.', 'And<br>so', 'on'].map(paragraph),
    )
  })

  it('keep a link that runs over several of them', () => {
    assert.deepEqual(blocksOf('<a href="/quay"><h2>Quay</h2><p>Open</p></a>'), [
      { kind: 'heading', level: 2, html: '<a href="https://tideline.example/quay">Quay</a>' },
      paragraph('<a href="https://tideline.example/quay">Open</a>'),
    ])
  })

  it('write characters as they are, except the five that mark-up needs', () => {
    assert.deepEqual(blocksOf('<p>5 &lt; 6 &amp;amp; &eacute;&copy;"\'</p>'), [
      paragraph('5 &lt; 6 &amp;amp; é©&quot;&#39;'),
    ])
  })

  it('say their language and direction only where they differ from the story’s', () => {
    const html =
      '<div lang="ar"><p>مرحبا</p><p lang="en-">x</p></div><p lang="EN">Hello</p><p dir=rtl>y'
    assert.deepEqual(blocksOf(html), [
      { ...paragraph('مرحبا'), language: 'ar', direction: 'rtl' },
      { ...paragraph('x'), language: 'ar', direction: 'rtl' },
      paragraph('Hello'),
      { ...paragraph('y'), direction: 'rtl' },
    ])
  })

  it('keep only inline elements that we know, and a span only for its language', () => {
    const html =
      '<p><span class=a>plain</span> <span lang=nl dir=ltr>taal</span> <u>u</u> <i style=x onclick=y>i</i> <font>f</font> <abbr title="a&quot;b">ab</abbr></p>'
    assert.deepEqual(blocksOf(html), [
      paragraph(
        'plain <span dir="ltr" lang="nl">taal</span> u <em>i</em> f <abbr title="a&quot;b">ab</abbr>',
      ),
    ])
  })

  it('read ruby as a word with its reading beside it', () => {
    assert.deepEqual(blocksOf('<ruby>潮<rp>(</rp><rt>しお</rt><rp>)</rp></ruby>'), [
      paragraph('潮（しお）'),
    ])
  })
})

describe('links', () => {
  it('are made whole, without counting marks and passwords', () => {
    const href = (written: string) => inlineFromHtml(`<a href="${written}">x</a>`, context)
    assert.equal(
      href('../quay?utm_source=a&amp;b=%20c&amp;utm_medium=d#e'),
      '<a href="https://tideline.example/quay?b=%20c#e">x</a>',
    )
    assert.equal(
      href('https://bank@tideline.example/'),
      '<a href="https://tideline.example/">x</a>',
    )
    assert.equal(
      href('mailto:desk@tideline.example'),
      '<a href="mailto:desk@tideline.example">x</a>',
    )
  })

  it('leave their words behind when the address is refused', () => {
    for (const address of [
      'javascript:alert(1)',
      ' java\tscript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      'http://127.0.0.1/',
      'http://[::1]/',
      'http://2130706433/',
      'http://intranet/',
      'https://printer.local/',
      'https://[broken',
    ]) {
      const { blocks, remarks } = blocksFromHtml(`<p><a href="${address}">words</a></p>`, context)
      assert.deepEqual(blocks, [paragraph('words')], address)
      assert.deepEqual(
        remarks.map(({ code }) => code),
        ['link.refused'],
        address,
      )
    }
  })

  it('to a place on the same page are plain words, without a remark', () => {
    assert.deepEqual(blocksFromHtml('<a href="#note">1</a>', context), {
      blocks: [paragraph('1')],
      remarks: [],
    })
  })
})

describe('headings, rules and code', () => {
  it('come in three levels', () => {
    const levels = blocksOf('<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h6>e</h6>')
    assert.deepEqual(
      levels.map((block) => block.kind === 'heading' && block.level),
      [2, 2, 3, 4, 4],
    )
  })

  it('keep the lines of code', () => {
    assert.deepEqual(blocksOf('<pre>\n  a &lt; b\n    c<br>d  \n</pre><hr>'), [
      { kind: 'code', text: '  a < b\n    c\nd' },
      { kind: 'rule' },
    ])
  })
})

describe('what cannot be kept', () => {
  it('is left out with all it holds', () => {
    const html =
      '<p>a<script>b</script><style>c</style><svg><text>d</text></svg><textarea>e</textarea></p>'
    assert.deepEqual(blocksOf(html), [paragraph('a')])
  })

  it('becomes a link card when it is embedded', () => {
    assert.deepEqual(
      blocksFromHtml('<iframe src="//www.video.example/e/1" title="The  tide"></iframe>', context),
      {
        blocks: [{ kind: 'card', address: 'https://www.video.example/e/1', title: 'The tide' }],
        remarks: [
          {
            code: 'embed.card',
            message: 'An embedded iframe is shown as a link.',
            where: 'https://www.video.example/e/1',
          },
        ],
      },
    )
    assert.deepEqual(blocksOf('<video><source src="/a.mp4"></video>'), [
      { kind: 'card', address: 'https://tideline.example/a.mp4', title: 'tideline.example' },
    ])
    assert.deepEqual(codesOf('<iframe src="javascript:alert(1)"></iframe>'), ['link.refused'])
    assert.deepEqual(blocksOf('<iframe src="https://a.example/" width="1"></iframe>'), [])
  })

  it('keeps the words of an embedded message, and the way to it', () => {
    const html =
      '<blockquote class="mastodon-embed"><p>Boats!</p><a href="https://s.example/@a/1">today</a></blockquote>'
    const [quote, card] = blocksOf(html)
    assert.equal(quote?.kind, 'quote')
    assert.deepEqual(card, { kind: 'card', address: 'https://s.example/@a/1', title: 's.example' })
  })

  it('is the mark-up, not the words, of a hundred thousand nested elements', () => {
    const { blocks, remarks } = blocksFromHtml(`${'<div>'.repeat(100_000)}a&amp;b<p>c`, context)
    assert.deepEqual(blocks, [paragraph('a&amp;b'), paragraph('c')])
    assert.equal(remarks[0]?.code, 'html.too-deep')
  })
})
