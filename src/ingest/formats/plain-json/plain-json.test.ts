import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Decoded } from '../../format.ts'
import { plainJson } from './index.ts'
import { readPlainJson } from './read-plain-json.ts'

const story = {
  id: 'tide-1',
  headline: 'Low water',
  author: 'Mara Venn',
  lang: 'en',
  date: '2025-05-20',
  section: 'Coast',
  url: 'https://tideline.example/low-water?utm_source=json',
  body: ['The boats lay down.', 'Then < the sea\ncame back.'],
}

const delivery = (content: unknown): Decoded => ({
  bytes: new Uint8Array(),
  from: '/stand/story.json',
  contentType: null,
  at: Temporal.Instant.from('2025-06-01T12:00:00Z'),
  timeZone: 'Asia/Tokyo',
  text: typeof content === 'string' ? content : JSON.stringify(content),
  remarks: [],
})

function entriesOf(content: unknown) {
  const reading = readPlainJson(delivery(content))
  assert.ok(reading.ok)
  return reading.entries
}

function draftOf(content: unknown) {
  const [entry] = entriesOf(content)
  assert.ok(entry?.ok, JSON.stringify(entry))
  return { ...entry.draft, said: entry.remarks.map(({ code }) => code) }
}

describe('story-json', () => {
  it('reads a story', () => {
    const draft = draftOf(story)
    assert.equal(draft.key, 'tide-1')
    assert.equal(draft.headline, 'Low water')
    assert.deepEqual(draft.bylines, ['Mara Venn'])
    assert.equal(draft.home, 'https://tideline.example/low-water')
    assert.equal(String(draft.editionDate), '2025-05-20')
    assert.equal(String(draft.publishedAt), '2025-05-19T15:00:00Z')
    assert.deepEqual(draft.blocks, [
      { kind: 'paragraph', html: 'The boats lay down.' },
      { kind: 'paragraph', html: 'Then &lt; the sea came back.' },
    ])
    assert.deepEqual(draft.said, [])
  })

  it('makes no edition of a day that lies ahead', () => {
    const draft = draftOf({ ...story, date: '2099-01-01' })
    assert.deepEqual(
      [draft.editionDate, draft.publishedAt, draft.said],
      [null, null, ['date.future']],
    )
  })

  it('prints whom a licence asks to name', () => {
    const { blocks } = draftOf({ ...story, attribution: 'Tide & Co', licence: 'CC-BY-4.0' })
    assert.deepEqual(blocks.at(-1), {
      kind: 'paragraph',
      html: '<small><a href="https://tideline.example/low-water"><bdi>Tide &amp; Co</bdi></a> · <bdi>CC-BY-4.0</bdi></small>',
    })
  })

  it('reads a story with neither date nor link, from right to left', () => {
    const draft = draftOf({ ...story, lang: 'ar', dir: 'rtl', date: null, url: null })
    assert.deepEqual(
      [draft.direction, draft.publishedAt, draft.home, draft.said],
      ['rtl', null, null, ['date.missing']],
    )
  })

  it('reads HTML and drops a first paragraph that repeats the headline', () => {
    const html = '<p>Low water</p><p>The <script>x</script><b>boats</b>.</p>'
    assert.deepEqual(draftOf({ ...story, body: null, html }).blocks, [
      { kind: 'paragraph', html: 'The <strong>boats</strong>.' },
    ])
  })

  it('answers each story of a list by itself', () => {
    const entries = entriesOf([story, { headline: 'x' }, { ...story, body: 3 }, 'x', story])
    assert.deepEqual(
      entries.map((entry) => (entry.ok ? 'ok' : `${entry.status} ${entry.remarks[0]?.where}`)),
      ['ok', 'quarantined story 2', 'quarantined story 3 › body', 'quarantined story 4', 'ok'],
    )
  })

  it('is known by its shape', () => {
    const recognises = (content: unknown) => plainJson.recognises(delivery(content))
    assert.equal(recognises(story), true)
    assert.equal(recognises([story]), true)
    assert.equal(recognises({ ...story, uri: 'urn:x' }), false)
    assert.equal(
      recognises({ version: 'https://jsonfeed.org/version/1.1', title: 'x', items: [{ html: 1 }] }),
      false,
    )
    assert.equal(recognises('# title: body'), false)
  })

  it('refuses what is not JSON', () => {
    const reading = readPlainJson(delivery('{"headline": "x", "body": '))
    assert.deepEqual([reading.ok, reading.remarks[0]?.code], [false, 'story-json.invalid'])
  })
})
