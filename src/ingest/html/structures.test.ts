import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { DraftBlock } from '../draft.ts'
import { blocksFromHtml } from './blocks-from-html.ts'

const context = { base: 'https://tideline.example/news/today', language: 'en' }
const blocksOf = (html: string) => blocksFromHtml(html, context).blocks
const paragraph = (html: string): DraftBlock => ({ kind: 'paragraph', html })
const picture = (from: string, more = {}): DraftBlock => ({
  kind: 'picture',
  picture: { from },
  alt: '',
  caption: '',
  credit: '',
  ...more,
})

describe('lists', () => {
  it('nest, and join the paragraphs of an item', () => {
    const html = '<ol><li><p>a</p><p>b</p><ul><li>c</li></ul></li><li> </li></ol>'
    assert.deepEqual(blocksOf(html), [
      {
        kind: 'list',
        ordered: true,
        items: [{ html: 'a<br>b', inner: { ordered: false, items: [{ html: 'c' }] } }],
      },
    ])
  })

  it('take in a list that lies between items, and put pictures behind them', () => {
    const html = '<ul><li>a<img src="/a.png"></li><ul><li>b</li></ul></ul>'
    assert.deepEqual(blocksOf(html), [
      {
        kind: 'list',
        ordered: false,
        items: [{ html: 'a', inner: { ordered: false, items: [{ html: 'b' }] } }],
      },
      picture('https://tideline.example/a.png'),
    ])
  })

  it('of terms are strong words and what they mean', () => {
    assert.deepEqual(
      blocksOf('<dl><dt>Ebb</dt><dd>Going</dd></dl>'),
      ['<strong>Ebb</strong>', 'Going'].map(paragraph),
    )
  })
})

describe('quotations', () => {
  it('have a source where they name one', () => {
    const quote = (source: string): DraftBlock => ({ kind: 'quote', paragraphs: ['Ebb.'], source })
    const sources = [
      '<blockquote><p>Ebb.</p><footer>— Mara <cite>Tides</cite></footer></blockquote>',
      '<blockquote><p>Ebb.</p><cite>Mara</cite></blockquote>',
      '<blockquote><p>Ebb.</p><p><cite>Mara</cite></p></blockquote>',
      '<figure><blockquote>Ebb.</blockquote><figcaption>Mara</figcaption></figure>',
    ]
    assert.deepEqual(sources.flatMap(blocksOf), [
      quote('— Mara <cite>Tides</cite>'),
      quote('<cite>Mara</cite>'),
      quote('<cite>Mara</cite>'),
      quote('Mara'),
    ])
  })

  it('keep a cited title within a sentence', () => {
    const html = '<blockquote><p>As <cite>Tides</cite> says</p></blockquote>'
    assert.deepEqual(blocksOf(html), [
      { kind: 'quote', paragraphs: ['As <cite>Tides</cite> says'], source: '' },
    ])
  })
})

describe('tables', () => {
  it('have a caption, a head and rows of equal length', () => {
    const html = `<table><caption>Tides</caption><tr><th>Day<th>Low<th>High
      <tr><td rowspan=2>1<td colspan=2><b>six</b><tr><td>7<td>13<td>x</table>`
    assert.deepEqual(blocksOf(html), [
      {
        kind: 'table',
        caption: 'Tides',
        head: ['Day', 'Low', 'High', ''],
        rows: [
          ['1', '<strong>six</strong>', '', ''],
          ['', '7', '13', 'x'],
        ],
      },
    ])
  })

  it('that only lay out the page give what they hold', () => {
    const html = '<table><tr><td><p>a</p><img src="/a.png"></td></tr><tr><td>b</td></tr></table>'
    assert.deepEqual(blocksOf(html), [
      paragraph('a'),
      picture('https://tideline.example/a.png'),
      paragraph('b'),
    ])
  })

  it('with cells that claim to span a million places stay small', () => {
    const html = '<table><tr><td colspan=1000000 rowspan=1000000>a<td>b<tr><td>c<td>d</table>'
    const [table] = blocksOf(html)
    assert.ok(table?.kind === 'table' && (table.rows[0]?.length ?? 0) <= 100)
  })
})

describe('pictures', () => {
  it('have their caption and credit from the figure', () => {
    const html =
      '<figure><a href="/big"><img src="a.jpg" alt=" Boats\n on sand"></a><figcaption>The <b>quay</b> <small>Mara &amp; Co</small></figcaption></figure>'
    assert.deepEqual(blocksOf(html), [
      picture('https://tideline.example/news/a.jpg', {
        alt: 'Boats on sand',
        caption: 'The <strong>quay</strong>',
        credit: 'Mara & Co',
      }),
    ])
  })

  it('part the paragraph they stand in', () => {
    assert.deepEqual(blocksOf('<p>a <em>b<img src="/x.png"> c</em></p>'), [
      paragraph('a <em>b</em>'),
      picture('https://tideline.example/x.png'),
      paragraph('<em>c</em>'),
    ])
  })

  it('come in the largest size that is offered, also where a script would put it', () => {
    const from = (html: string) =>
      blocksOf(html).map(
        (block) => block.kind === 'picture' && new URL(block.picture.from).pathname,
      )
    const small = 'src="/s.jpg"'
    assert.deepEqual(from(`<img ${small} srcset="/m.jpg 800w, /l,x.jpg 1600w, /h.jpg 9000w">`), [
      '/l,x.jpg',
    ])
    assert.deepEqual(from(`<img ${small} srcset="/1.jpg, /2.jpg 2x">`), ['/2.jpg'])
    assert.deepEqual(from(`<img src="data:image/gif;base64,R0lG" data-src="/lazy.jpg">`), [
      '/lazy.jpg',
    ])
    assert.deepEqual(
      from(
        `<picture><source type="image/webp" srcset="/w.webp 1200w"><source type="image/jxl" srcset="/j.jxl 2000w"><img ${small}></picture>`,
      ),
      ['/w.webp'],
    )
  })

  it('that count readers are dropped without a word', () => {
    const beacons = [
      '<img src="/a.gif" width="1" height="1">',
      '<img src="/a.gif" width=0>',
      '<img src="https://pixel.example/a?b">',
      '<img src="https://h.example/t/pixel.gif?x">',
      '<img src="https://h.example/1x1.png">',
      '<img src="https://feeds.example/~r/tideline/~4/abc">',
    ]
    assert.deepEqual(blocksFromHtml(beacons.join(''), context), { blocks: [], remarks: [] })
  })

  it('written into the text stay, unless they are too large', () => {
    const data = (length: number) => `data:image/png;base64,${'A'.repeat(length)}`
    assert.deepEqual(blocksOf(`<img src="${data(1_000)}">`), [picture(data(1_000))])
    const large = blocksFromHtml(`<img src="${data(3_000_000)}">`, context)
    assert.deepEqual([large.blocks, large.remarks[0]?.code], [[], 'image.bad'])
  })

  it('from anywhere but the web are refused', () => {
    const { blocks, remarks } = blocksFromHtml('<img src="file:///etc/passwd">', context)
    assert.deepEqual([blocks, remarks[0]?.code], [[], 'image.bad'])
  })

  it('and their copies for browsers without script are one picture', () => {
    const html = '<img data-src="/a.jpg"><noscript>Turn it on! <img src="/a.jpg"></noscript>'
    assert.deepEqual(blocksOf(html), [picture('https://tideline.example/a.jpg')])
  })

  it('that stand for an emoji are the emoji', () => {
    assert.deepEqual(blocksOf('<p>Sun <img src="/sun.png" alt="☀️"></p>'), [paragraph('Sun ☀️')])
  })

  it('beside a file are files', () => {
    const { blocks } = blocksFromHtml('<img src="img/a%20b.jpg?x">', {
      base: '/stand/tideline/story.md',
      language: 'en',
    })
    assert.deepEqual(blocks, [picture('/stand/tideline/img/a b.jpg')])
  })
})
