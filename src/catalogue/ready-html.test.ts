import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Block, KeptPicture } from './block.ts'
import { readyHtml } from './ready-html.ts'

const kept = { width: 960, height: 640, widths: [480, 960], thumbhash: '', tone: '#808080' }
const picture = (digest: string, size: Partial<KeptPicture> = {}): Block => ({
  id: `b${digest}`,
  kind: 'picture',
  picture: { digest, ...kept, ...size },
  ...{ alt: '', caption: '', credit: '' },
})
const table = (id: string, caption: string, head: readonly string[]): Block => ({
  ...{ id, kind: 'table', caption, head, rows: [['1', '2']] },
})

describe('ready HTML', () => {
  it('has the first picture of a lead fetched at once and every other when it is near', () => {
    const haste = (part: 'lead' | 'rest') =>
      readyHtml([picture('one'), picture('two')], part).match(
        /fetchpriority="high"|loading="lazy"/g,
      )
    assert.deepEqual(haste('lead'), ['fetchpriority="high"', 'loading="lazy"'])
    assert.deepEqual(haste('rest'), ['loading="lazy"', 'loading="lazy"'])
  })

  it('says of a picture that it is small or tall, so that it is not blown up', () => {
    const shape = (width: number, height: number) => {
      const ready = readyHtml([picture('one', { width, height })], 'rest')
      return /<figure id="bone"(?: class="(\w+)")?>/.exec(ready)?.[1]
    }
    assert.equal(shape(960, 640), undefined)
    assert.equal(shape(600, 900), 'tall')
    assert.equal(shape(400, 1600), 'tower')
    assert.equal(shape(24, 24), 'small')
  })

  it('names the box of a table by its caption, else by its columns, and gives it no empty name', () => {
    const captioned = readyHtml([table('b1', 'Tides, <em>in</em> metres', ['Day', 'High'])], 'lead')
    assert.match(captioned, /<div id="b1" [^>]*aria-labelledby="b1-title" tabindex="0"><table>/)
    assert.match(captioned, /<caption id="b1-title">Tides, <em>in<\/em> metres<\/caption>/)
    const bare = readyHtml([table('b2', '', ['Day', '<b>High</b> &amp; low'])], 'lead')
    assert.match(bare, /role="region" aria-label="Day, High &amp; low"/)
    assert.match(
      readyHtml([table('b3', '', [])], 'lead'),
      /<div id="b3" class="table" tabindex="0">/,
    )
  })
})
