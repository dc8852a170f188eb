import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Entry, Reading } from '../../draft.ts'
import { readHere } from '../../read-here.ts'

const delivery = {
  from: 'https://paper.example/feed',
  contentType: null,
  at: Temporal.Instant.from('2025-06-05T00:00:00Z'),
  timeZone: 'UTC',
}

async function read(text: string): Promise<Reading & { ok: true }> {
  const reading = await readHere({ ...delivery, bytes: new TextEncoder().encode(text) })
  assert.ok(reading.ok, JSON.stringify(reading.remarks))
  return reading
}

const start = '<rss version="2.0"><channel><title>The Paper</title><language>en</language>'
const end = '</channel></rss>'
const item = (id: string, inside = '') =>
  `<item><title>${id}</title><guid>${id}</guid>${inside}</item>`
const dated = (id: string, day: string) => item(id, `<pubDate>${day}</pubDate>`)
const rss = (...items: string[]) => start + items.join('\n') + end

/** Headlines of what was read, codes and places of what was not. */
const told = ({ entries }: { entries: readonly Entry[] }) =>
  entries.map((entry) =>
    entry.ok ? entry.draft.headline : `${entry.remarks[0]?.code}: ${entry.remarks[0]?.where}`,
  )
const codes = ({ remarks }: Reading | Entry) => remarks.map(({ code }) => code)
const bad = 'item.not-well-formed'

describe('a feed with one bad item', () => {
  it('loses no other item, whatever is wrong with it', async () => {
    for (const inside of [
      '<description>fish < chips</description>',
      '<description>not closed',
      '<description><![CDATA[not closed</description>',
      '<__proto__>x</__proto__>',
      '<x y="',
    ]) {
      const broken = '<item><guid>2</guid><title>Two</title>'
      const text = rss(item('1'), `${broken}${inside}</item>`, item('3', '<x/><![CDATA[a]]>'))
      const reading = await read(text)
      assert.deepEqual(told(reading), ['1', `${bad}: item 2 (guid 2)`, '3'], inside)
      assert.deepEqual(codes(reading), ['feed.not-well-formed'], inside)
      assert.equal(reading.sender.title, 'The Paper', inside)
    }
  })

  it('loses no other item to a tag that the feed reader takes for its end', async () => {
    for (const inside of ['<foo>', '</foo>', '<b>']) {
      const reading = await read(rss(item('1', inside), item('2'), item('3')))
      assert.deepEqual(told(reading), ['1', '2', '3'], inside)
      assert.ok(codes(reading).includes('feed.not-well-formed'))
    }
    const [doubted, fine] = (await read(rss(item('1', '<foo>'), item('2')))).entries
    assert.ok(doubted && codes(doubted).includes(bad))
    assert.ok(fine && !codes(fine).includes(bad))
  })

  it('reads a title with a tag in it, and refuses one with a bare <', async () => {
    const title = (text: string) => `<item><title>${text}</title></item>`
    assert.deepEqual(told(await read(rss(title('A <b> C'), item('2')))), ['A C', '2'])
    assert.deepEqual(told(await read(rss(title('B < C'), item('2')))), [`${bad}: item 1 (B)`, '2'])
  })

  it('refuses one that ends before it says anything', async () => {
    const ended = '<item></b><title>Two</title><guid>2</guid></item>'
    const reading = await read(rss(item('1'), ended, item('3')))
    assert.deepEqual(told(reading), ['1', `${bad}: item 2 (guid 2)`, '3'])
  })

  it('reads an item that lacks only its own end', async () => {
    const open = '<item><title>Two</title><guid>2</guid>'
    assert.deepEqual(told(await read(rss(item('1'), open, item('3')))), ['1', 'Two', '3'])
    assert.deepEqual(told(await read(rss(item('1'), open))), ['1', 'Two'])
  })

  it('answers an item that is nested too deep, and reads the others', async () => {
    const deep = item('2', '<b>'.repeat(300))
    const reading = await read(rss(item('1'), deep, item('3')))
    assert.deepEqual(told(reading), ['1', 'xml.too-deep: item 2 (guid 2)', '3'])
    assert.deepEqual(codes(reading), ['xml.too-deep'])
    assert.equal(reading.sender.title, 'The Paper')
  })

  it('says only its title where all else around the items is a flood', async () => {
    const attributes = Array.from({ length: 300 }, (_, at) => `a${at}=""`)
    const { entries, sender } = await read(rss(`<b ${attributes.join(' ')}/>`, item('1')))
    assert.deepEqual(told({ entries }), ['1'])
    assert.deepEqual([sender.title, sender.language], ['The Paper', null])
  })

  it('is not misled by items in a comment or in a text', async () => {
    const quoted = item('2', '<description><![CDATA[<item>no</item>]]></description>')
    const hidden = '<!-- <item><title>no</title></item> -->'
    const broken = '<item><title>B < C</title></item>'
    const reading = await read(rss(hidden, broken, quoted, item('3')))
    assert.deepEqual(told(reading), [`${bad}: item 1 (B)`, '2', '3'])
  })

  it('is a feed of Atom or RDF, with prefixes, too', async () => {
    const entry = (id: string, inside = '') =>
      `<a:entry><a:id>${id}</a:id><a:title>${id}</a:title>${inside}</a:entry>`
    const atom = `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>The Paper</a:title>${entry('1')}${entry('2', '<a:summary>')}${entry('3')}</a:feed>`
    assert.deepEqual(told(await read(atom)), ['1', `${bad}: item 2 (guid 2)`, '3'])
    const about = (id: string, inside = '') =>
      `<item rdf:about="${id}"><title>${id}</title>${inside}</item>`
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>The Paper</title></channel>${about('1')}${about('2', '<description>')}${about('3')}</rdf:RDF>`
    assert.deepEqual(told(await read(rdf)), ['1', `${bad}: item 2 (guid 2)`, '3'])
  })

  it('keeps its title although its head is broken as well', async () => {
    const reading = await read(
      `${start}<description>B < C</description>${item('1')}${item('2', '<__proto__/>')}${end}`,
    )
    assert.equal(reading.sender.title, 'The Paper')
    assert.deepEqual(told(reading), ['1', `${bad}: item 2 (guid 2)`])
  })
})

describe('a feed that was cut off', () => {
  it('keeps the items that are whole and answers the last', async () => {
    const last =
      '<item><guid>3</guid><title>Three</title><description><![CDATA[<p>Text</p>]]></description>'
    for (let length = '<item'.length; length <= last.length; length += 1) {
      const reading = await read(start + item('1') + item('2') + last.slice(0, length))
      const [one, two, three, ...more] = told(reading)
      const shown = last.slice(0, length)
      assert.deepEqual([one, two, more], ['1', '2', []], shown)
      assert.match(three ?? '', /^item\.not-well-formed: item 3/, shown)
      assert.ok(codes(reading).includes('feed.not-well-formed'))
      assert.equal(reading.sender.title, 'The Paper')
    }
  })
})

describe('a feed that was cut off between two items', () => {
  it('keeps what it says of itself', async () => {
    const { entries, sender } = await read(`${start}${item('1')}<ite`)
    assert.deepEqual(told({ entries }), ['1'])
    assert.deepEqual([sender.title, sender.language], ['The Paper', 'en'])
  })
})

describe('a broken feed of very many items', () => {
  it('gives the newest thousand, with the numbers they had', async () => {
    const many = Array.from({ length: 1_200 }, (_, at) => dated(String(at + 1), '2025-06-04'))
    const old = dated('old', '2020-01-01')
    const reading = await read(rss(old, ...many, '<item><guid>x</guid><title>B < C</title></item>'))
    assert.equal(reading.entries.length, 1_000)
    assert.ok(codes(reading).includes('feed.too-large'))
    const lines = told(reading)
    assert.ok(!lines.includes('old'))
    assert.equal(lines.at(-1), `${bad}: item 1202 (guid x)`)
  })
})

describe('a broken feed whose first tag is a flood', () => {
  it('is refused, since every item would be read with it', async () => {
    const flood = rss(item('1', '<__proto__/>')).replace('<rss', `<rss a="${'x'.repeat(20_000)}"`)
    const reading = await readHere({ ...delivery, bytes: new TextEncoder().encode(flood) })
    assert.ok(!reading.ok)
    assert.deepEqual(codes(reading), ['feed.no-content'])
  })
})

describe('an empty item', () => {
  it('is answered in its place', async () => {
    const reading = await read(rss('<item/>', item('2'), '<item></item>', item('4')))
    const answers = reading.entries.map((entry) => entry.ok || entry.remarks.at(-1))
    assert.deepEqual(
      answers.map((answer) => answer === true || `${answer?.code}: ${answer?.where}`),
      ['item.empty: item 1', true, 'item.empty: item 3', true],
    )
    assert.deepEqual(codes(reading), [])
  })
})

describe('a JSON Feed with entries that are no items', () => {
  it('answers each in its place', async () => {
    const feed = (items: readonly unknown[]) =>
      JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'The Paper', items })
    const fine = (id: string) => ({ id, title: id })
    const reading = await read(feed([5, fine('2'), null, 'x', fine('5'), [fine('6')], {}]))
    const not = (number: number) => `item.not-an-object: item ${number}`
    assert.deepEqual(told(reading).slice(0, 6), [not(1), '2', not(3), not(4), '5', not(6)])
    const last = reading.entries.at(6)
    assert.ok(last?.ok === false && codes(last).includes('item.empty'))
    assert.deepEqual(told(await read(feed([7]))), [not(1)])
  })
})
