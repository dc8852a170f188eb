import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Decoded } from '../../format.ts'
import { markdown } from './index.ts'
import { readMarkdown } from './read-markdown.ts'

const delivery = (text: string, more: Partial<Decoded> = {}): Decoded => ({
  bytes: new Uint8Array(),
  from: '/stand/tideline/2025-05-20-low-water.md',
  contentType: null,
  said: { language: 'en' },
  at: Temporal.Instant.from('2025-06-01T12:00:00Z'),
  timeZone: 'Europe/Amsterdam',
  text,
  remarks: [],
  ...more,
})

function entryOf(text: string, more: Partial<Decoded> = {}) {
  const reading = readMarkdown(delivery(text, more))
  const [entry] = reading.ok ? reading.entries : []
  assert.ok(entry)
  return entry
}

function draftOf(text: string, more: Partial<Decoded> = {}) {
  const entry = entryOf(text, more)
  assert.ok(entry.ok, JSON.stringify(entry))
  return { ...entry.draft, said: entry.remarks.map(({ code, where }) => `${code} ${where}`) }
}

const paragraph = (html: string) => ({ kind: 'paragraph', html })
const headed = (head: string, text = 'Text.') => draftOf(`---\n${head}\n---\n${text}`)

describe('the head of a Markdown file', () => {
  it('makes no edition of a date that lies ahead, but of one that is named', () => {
    assert.equal(headed('date: 2099-01-01').editionDate, null)
    assert.equal(String(headed('date: 2099-01-01\nedition: 2025-06-02').editionDate), '2025-06-02')
  })

  it('places a story by a whole number that a database can keep', () => {
    const positions = ['-2', '1.6', '1e12', 'first'].map((at) => headed(`weight: ${at}`).position)
    assert.deepEqual(positions, [-2, 2, null, null])
  })

  it('is YAML between two lines', () => {
    const draft = draftOf(
      [
        '\uFEFF---',
        'title: "Low water: the &eacute;bb"',
        'date: 2025-05-20 08:30',
        'authors: [Mara Venn, { name: Ties Wad }]',
        'categories:',
        '  - Coast',
        'lang: nl',
        'standfirst: ~',
        'summary: The boats *lay* down.',
        'door: plan',
        'edition: 2025-05-21',
        'weight: 3',
        'id: 0012',
        'canonical: https://tideline.example/low-water?utm_source=x',
        'slug: ignored',
        '---',
        '',
        'Text.',
      ].join('\r\n'),
    )
    assert.deepEqual([draft.key, draft.headline], ['0012', 'Low water: the ébb'])
    assert.equal(String(draft.publishedAt), '2025-05-20T06:30:00Z')
    assert.deepEqual(draft.bylines, ['Mara Venn', 'Ties Wad'])
    assert.deepEqual([draft.section, draft.language, draft.direction], ['Coast', 'nl', 'ltr'])
    assert.equal(draft.standfirst, 'The boats lay down.')
    assert.deepEqual([draft.door, draft.position], ['plan', 3])
    assert.equal(String(draft.editionDate), '2025-05-21')
    assert.equal(draft.home, 'https://tideline.example/low-water')
    assert.deepEqual(draft.blocks, [paragraph('Text.')])
    assert.deepEqual(draft.said, [])
  })

  it('may be lines of names and values', () => {
    const draft = draftOf('Title: Low water\nDate: 2025-05-20\nCategory: Coast\n\nText.')
    assert.deepEqual([draft.headline, draft.section], ['Low water', 'Coast'])
    assert.equal(String(draft.editionDate), '2025-05-20')
    assert.deepEqual(draft.blocks, [paragraph('Text.')])
  })

  it('is not a first paragraph that has a colon', () => {
    const draft = draftOf('Note: the sea\n\nText.')
    assert.deepEqual(draft.blocks, [paragraph('Note: the sea'), paragraph('Text.')])
  })

  it('is told where it is broken', () => {
    const cases = [
      ['---\ntitle: a\ndate: b: c\n---\nText.', 'line 3'],
      ['---\ntitle: a\ntitle: b\n---\nText.', 'line 3'],
      ['---\ntitle: a\nText.', 'line 1'],
      ['---\n- a\n---\nText.', 'line 2'],
      ['+++\ntitle = "a"\n+++\nText.', 'line 1'],
    ] as const
    for (const [text, where] of cases) {
      const entry = entryOf(text)
      assert.ok(!entry.ok && entry.status === 'quarantined', text)
      assert.deepEqual(
        [entry.remarks[0]?.code, entry.remarks[0]?.where],
        ['markdown.bad-head', where],
      )
    }
  })

  it('is no bomb', () => {
    const names = Array.from('abcdefghi')
    const bomb = names.map((name, at) =>
      at === 0
        ? 'a: &a [x,x]'
        : `${name}: &${name} [${Array(9)
            .fill(`*${names[at - 1]}`)
            .join()}]`,
    )
    const entry = entryOf(`---\n${bomb.join('\n')}\n---\nText.`)
    assert.equal(entry.remarks[0]?.code, 'markdown.bad-head')
  })

  it('names the story, else its place does', () => {
    assert.equal(headed('title: a\nguid: tide-7').key, 'tide-7')
    assert.equal(headed('title: a').key, 'tideline/2025-05-20-low-water.md')
    const moved = draftOf('Text.', { from: 'https://h.example/x/tideline/a.md?raw' })
    assert.equal(moved.key, 'tideline/a.md')
    const inFolder = { from: '/stand/tideline/es/2025/a.md', folder: '/stand/tideline' }
    assert.equal(draftOf('---\ntitle: a\n---\nText.', inFolder).key, 'es/2025/a.md')
  })

  it('may hold the story back', () => {
    assert.equal(headed('title: a\ndraft: true').hold?.because.code, 'item.withheld')
    assert.equal(headed('title: a\npublished: false').hold?.because.code, 'item.withheld')
    const { hold } = headed('title: a\nembargo: 2025-06-02 08:00')
    assert.equal(String(hold?.until), '2025-06-02T06:00:00Z')
    assert.equal(headed('title: a\npublish: 2025-05-02').hold, null)
    const unclear = headed('title: a\nembargo: on Monday')
    assert.deepEqual([unclear.hold?.until, unclear.said[0]], [null, 'item.embargoed head'])
  })

  it('that names no door we know says so', () => {
    assert.deepEqual(headed('title: a\ndoor: ajar').said, ['markdown.bad-door head'])
  })

  it('may lack a date, which the file’s name then has', () => {
    assert.equal(String(headed('title: a').editionDate), '2025-05-20')
    assert.deepEqual(draftOf('# a\n\nText.', { from: '/a.md' }).said, ['date.missing head'])
  })
})

describe('the headline of a Markdown file', () => {
  it('is not said twice', () => {
    const { blocks } = headed('title: Low water', '# Low *water*\n\nText.\n\n# Low water')
    assert.deepEqual(
      blocks.map(({ kind }) => kind),
      ['paragraph', 'heading'],
    )
  })

  it('is the first heading when the head has none', () => {
    const draft = draftOf('# Low & water\n\nText.')
    assert.deepEqual([draft.headline, draft.said], ['Low & water', []])
  })

  it('is else made of the file’s name, with a warning', () => {
    assert.equal(draftOf('Text.').headline, 'Low water')
    assert.deepEqual(draftOf('Text.').said, ['markdown.no-title head'])
    assert.equal(draftOf('Text.', { from: '/s/high-water/index.md' }).headline, 'High water')
  })
})

describe('the text of a Markdown file', () => {
  it('becomes blocks, tables and struck words too', () => {
    const { blocks } = headed('title: a', '~~a~~ **b**\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n- c')
    assert.deepEqual(blocks, [
      paragraph('<s>a</s> <strong>b</strong>'),
      { kind: 'table', caption: '', head: ['x', 'y'], rows: [['1', '2']] },
      { kind: 'list', ordered: false, items: [{ html: 'c' }] },
    ])
  })

  it('leaves out shortcodes, keeps what stands between them, and says where they were', () => {
    const text =
      'a {{< figure src="x" >}}b\n\n{{% note %}}\nc\n{{% /note %}}\n\n[d]({{< ref "/d" >}}) {{ e'
    const { blocks, said } = headed('title: a', text)
    assert.deepEqual(blocks, ['a b', 'c', 'd {{ e'].map(paragraph))
    assert.deepEqual(said, [
      'markdown.shortcode line 4',
      'markdown.shortcode line 6',
      'markdown.shortcode line 8',
      'markdown.shortcode line 10',
    ])
  })

  it('lets no HTML through but its words', () => {
    const text = 'a <b onclick="x">b</b> <!-- no -->\n\n<div><script>c</script>d &amp; e</div>\n'
    const { blocks, said } = headed('title: a', text)
    assert.deepEqual(blocks, ['a b', 'd &amp; e'].map(paragraph))
    assert.deepEqual(said, ['markdown.raw-html line 4'])
  })

  it('keeps whole links, resolves others against its home, and refuses the rest', () => {
    const text = '[a](https://h.example/) [b](/b) [c](javascript:alert(1))'
    assert.deepEqual(headed('title: a\nlink: https://tideline.example/x/', text).blocks, [
      paragraph('<a href="https://h.example/">a</a> <a href="https://tideline.example/b">b</a> c'),
    ])
    const { blocks, said } = headed('title: a', text)
    assert.deepEqual(blocks, [paragraph('<a href="https://h.example/">a</a> b c')])
    assert.deepEqual(said, ['link.refused /b', 'link.refused javascript:alert(1)'])
  })

  it('has pictures beside it, with caption and credit', () => {
    const text = '![Boats](img/low%20water.jpg "The <quay> | Mara Venn, CC BY 4.0")'
    assert.deepEqual(headed('title: a', text).blocks, [
      {
        kind: 'picture',
        picture: { from: '/stand/tideline/img/low water.jpg' },
        alt: 'Boats',
        caption: 'The &lt;quay&gt;',
        credit: 'Mara Venn, CC BY 4.0',
      },
    ])
  })

  it('names headings without what generators add', () => {
    assert.deepEqual(headed('title: a', '## Quay {#the-quay}\n').blocks, [
      { kind: 'heading', level: 2, html: 'Quay' },
    ])
  })

  it('is needed', () => {
    const entry = entryOf('---\ntitle: a\n---\n\n{{< gallery >}}\n')
    assert.ok(!entry.ok && entry.status === 'refused')
    assert.equal(entry.remarks.at(-1)?.code, 'markdown.no-text')
  })

  it('may open what it never closes', () => {
    const { blocks } = headed('title: a', '{{<'.repeat(100_000))
    assert.equal(blocks.length, 1)
  })
})

describe('recognising Markdown', () => {
  it('goes by the name, the type, or the head', () => {
    const recognises = (text: string, more: Partial<Decoded>) =>
      markdown.recognises(delivery(text, more))
    assert.equal(recognises('x', {}), true)
    assert.equal(recognises('x', { from: 'https://h.example/a.MD?x=1' }), true)
    assert.equal(recognises('x', { from: '/a', contentType: 'text/markdown; charset=utf-8' }), true)
    assert.equal(recognises('---\ndate: 1\ntitle: x\n---\n', { from: '/a' }), true)
    assert.equal(recognises('title: x', { from: '/a.txt' }), false)
  })
})
