import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { type Block, readyHtml } from '#catalogue'
import { marksFrom } from '../marks-from.ts'
import type { Announcements, HeardText } from '../narration.ts'
import { sentencesOf } from '../sentences.ts'
import { scriptOf } from './script-of.ts'

const picture = {
  digest: 'd1',
  width: 960,
  height: 640,
  widths: [480, 960],
  thumbhash: '',
  tone: '#808080',
}

const blocks: readonly Block[] = [
  {
    id: 'p',
    kind: 'paragraph',
    html: 'The <em>tide</em> &amp; <a href="https://a.example/?b&amp;c">the boats</a>.',
  },
  { id: 'verse', kind: 'paragraph', html: 'Low water<br>and high &lt;water&gt;<br/>\r\nand 5 km' },
  { id: 'h', kind: 'heading', level: 2, html: 'At <b>19:30</b>' },
  { id: 'q', kind: 'quote', paragraphs: ['We walked', 'Then it came.'], source: 'Ana <i>Reed</i>' },
  { id: 'pic', kind: 'picture', picture, alt: 'A boat', caption: 'A caption', credit: 'A. Lens' },
  {
    id: 'l',
    kind: 'list',
    ordered: true,
    items: [
      { html: 'One &quot;thing&quot;' },
      { html: 'Two', inner: { ordered: false, items: [{ html: 'Inner' }, { html: '' }] } },
      { html: '🌊 Three.' },
    ],
  },
  { id: 't', kind: 'table', caption: 'Tides', head: ['Day'], rows: [['Monday']] },
  { id: 'c', kind: 'code', text: 'let tide = 1' },
  { id: 'r', kind: 'rule' },
  { id: 'card', kind: 'card', address: 'https://a.example/', title: 'A card' },
  { id: 'stars', kind: 'paragraph', html: '* * *' },
  { id: 'fr', kind: 'paragraph', html: 'À 19h30', language: 'fr' },
]

const heard: HeardText = {
  storyId: 's1',
  revision: 1,
  publicationId: 'p1',
  language: 'en',
  part: 'whole',
  headline: 'Dr. Reed’s tide',
  standfirst: 'A walk.',
  bylines: ['J. Saltmere'],
  date: Temporal.PlainDate.from('2031-04-02'),
  corrections: ['It was 5 km, not 6.', 'The second note.'],
  foreword: '',
  blocks,
  mayLeave: false,
}

const announcements: Announcements = {
  byline: (names) => `By ${names.join(' and ')}`,
  date: (date) => `${date.day} April ${date.year}`,
  correction: (note) => `Corrected: ${note}`,
}

const script = scriptOf(heard, announcements, new Map([['Saltmere', 'Salt mere']]))
const block = (id: string) => {
  const found = script.find(({ blockId }) => blockId === id)
  assert.ok(found, id)
  return found
}

describe('the script of a story', () => {
  it('says the headline first, then who and when and what was wrong, then the text', () => {
    assert.deepEqual(
      script.map(({ blockId }) => blockId),
      [
        ...['headline', 'standfirst', 'byline', 'date', 'corrections-1', 'corrections-2'],
        ...['p', 'verse', 'h', 'q', 'l', 'fr'],
      ],
    )
    assert.deepEqual([block('headline').pause, block('p').pause], [0.9, 0.5])
  })

  it('has exactly the text of what the page shows', () => {
    const shown = textsById(readyHtml(blocks, 'rest'))
    const spoken = script.filter(({ blockId }) => shown.has(blockId))
    assert.deepEqual(
      spoken.map(({ text }) => text),
      spoken.map(({ blockId }) => shown.get(blockId)),
    )
    assert.equal(spoken.length, 6)
    assert.equal(block('headline').text, heard.headline)
  })

  it('announces in words of its own, names as the publication says them', () => {
    assert.equal(block('byline').spoken, 'By J Salt mere')
    assert.equal(block('byline').text, block('byline').spoken)
    assert.equal(block('date').spoken, 'the second of April 2031')
    assert.equal(block('corrections-1').spoken, 'Corrected: It was 5 kilometers, not 6.')
  })

  it('announces nothing in a language that the stand does not speak', () => {
    const mute = scriptOf(heard, null, new Map())
    assert.deepEqual(
      mute.slice(0, 3).map(({ blockId }) => blockId),
      ['headline', 'standfirst', 'p'],
    )
  })

  it('says first that it is a translation', () => {
    const [first] = scriptOf({ ...heard, foreword: 'Translated.' }, announcements, new Map())
    assert.deepEqual([first?.blockId, first?.spoken], ['foreword', 'Translated.'])
  })

  it('parts the items of a list and ends them', () => {
    assert.equal(block('l').spoken, 'One "thing".\nTwo.\nInner.\n🌊 Three.')
    assert.deepEqual(
      sentencesOf(block('l')).map(({ start, end }) => block('l').text.slice(start, end)),
      ['One "thing"', 'Two', 'Inner', '🌊 Three.'],
    )
  })

  it('lets marks point at the words of the page, item by item', () => {
    const list = block('l')
    const letters = [...list.spoken]
    const events = letters.flatMap((letter, codePoint) =>
      /\S/.test(letter) && /\s/.test(letters[codePoint - 1] ?? ' ')
        ? [{ codePoint, at: codePoint / 10 }]
        : [],
    )
    const words = marksFrom(list, events, 9).map(({ start, end }) => list.text.slice(start, end))
    assert.deepEqual(words, ['One', '"thing"', 'Two', 'Inner', '🌊', 'Three.'])
  })

  it('speaks a block in another language by its own rules', () => {
    assert.equal(block('fr').spoken, 'À 19 heures 30')
    assert.equal(block('fr').language, 'fr')
  })
})

type Node = DefaultTreeAdapterTypes.Node

function textsById(html: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const walk = (node: Node): string => {
    if (node.nodeName === '#text' && 'value' in node) return node.value
    const text = 'childNodes' in node ? node.childNodes.map(walk).join('') : ''
    const id = 'attrs' in node ? node.attrs.find(({ name }) => name === 'id')?.value : undefined
    if (id !== undefined) texts.set(id, text)
    return text
  }
  walk(parseFragment(html))
  return texts
}
