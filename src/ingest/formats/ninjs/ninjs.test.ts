import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Entry } from '../../draft.ts'
import type { Decoded } from '../../format.ts'
import { ninjs } from './index.ts'
import { readNinjs } from './read-ninjs.ts'

const first = {
  uri: 'urn:tideline:1',
  type: 'text',
  headline: 'The <b>harbour</b> &amp; the tide',
  byline: 'By Mara Venn',
  language: 'en',
  firstcreated: '2025-05-20T06:00:00Z',
  subject: [{ name: 'Coast' }],
  description_text: 'Low water came early.',
  body_text: 'plain',
  body_xhtml: '<p>The boats <i>lay</i> down.</p><script>x</script>',
}
const third = {
  uri: 'urn:tideline:3',
  language: 'nl',
  headlines: [
    { role: 'sub', value: 'Lager' },
    { role: 'main', value: 'Laag water' },
  ],
  bodies: [
    { role: 'main', contentType: 'text/plain', value: 'plat' },
    { role: 'main', contentType: 'text/html', value: '<p>De boten lagen.</p>' },
  ],
  by: 'Ties Wad',
  versionCreated: '2025-05-20T06:00:00Z',
}

const delivery = (content: unknown): Decoded => ({
  bytes: new Uint8Array(),
  from: 'https://wire.example/items',
  contentType: null,
  at: Temporal.Instant.from('2025-06-01T12:00:00Z'),
  timeZone: 'Europe/Amsterdam',
  text: typeof content === 'string' ? content : JSON.stringify(content),
  remarks: [],
})

function entriesOf(content: unknown): readonly Entry[] {
  const reading = readNinjs(delivery(content))
  assert.ok(reading.ok)
  return reading.entries
}

function draftOf(content: unknown) {
  const [entry] = entriesOf(content)
  assert.ok(entry?.ok, JSON.stringify(entry))
  return { ...entry.draft, said: entry.remarks.map(({ code }) => code) }
}

function refusalOf(content: unknown) {
  const [entry] = entriesOf(content)
  assert.ok(entry !== undefined && !entry.ok, JSON.stringify(entry))
  return { status: entry.status, ...entry.remarks.at(-1) }
}

describe('ninjs', () => {
  it('reads a 1.x story, and its text in the richest form', () => {
    const draft = draftOf(first)
    assert.equal(draft.key, 'urn:tideline:1')
    assert.equal(draft.headline, 'The harbour & the tide')
    assert.equal(draft.standfirst, 'Low water came early.')
    assert.deepEqual(draft.bylines, ['Mara Venn'])
    assert.equal(draft.section, 'Coast')
    assert.equal(String(draft.publishedAt), '2025-05-20T06:00:00Z')
    assert.deepEqual(draft.blocks, [{ kind: 'paragraph', html: 'The boats <em>lay</em> down.' }])
    assert.deepEqual(draft.said, [])
  })

  it('reads a 3.x story by the roles and types of its texts', () => {
    const draft = draftOf(third)
    assert.equal(draft.headline, 'Laag water')
    assert.deepEqual(draft.blocks, [{ kind: 'paragraph', html: 'De boten lagen.' }])
    assert.deepEqual(draft.bylines, ['Ties Wad'])
  })

  it('reads paragraphs from plain text with any line ends', () => {
    const html = (text: string) =>
      draftOf({ ...first, body_xhtml: undefined, body_text: text }).blocks.map(
        (block) => block.kind === 'paragraph' && block.html,
      )
    assert.deepEqual(html('one\r\n\r\ntwo\r\nstill < two'), ['one', 'two still &lt; two'])
    assert.deepEqual(html('one\rtwo'), ['one', 'two'])
  })

  it('drops a headline that the text says again', () => {
    const { blocks } = draftOf({
      ...first,
      body_xhtml: '<h1>The harbour &amp; the tide</h1><p>a</p>',
    })
    assert.deepEqual(blocks, [{ kind: 'paragraph', html: 'a' }])
  })

  it('takes the summary for the story when there is no more', () => {
    const draft = draftOf({ ...first, body_xhtml: undefined, body_text: undefined })
    assert.deepEqual(draft.blocks, [{ kind: 'paragraph', html: 'Low water came early.' }])
    assert.equal(draft.standfirst, '')
  })

  it('reads lists, items within an object, and the texts of a package', () => {
    assert.equal(entriesOf([first, third]).length, 2)
    assert.equal(entriesOf({ _items: [first, third] }).length, 2)
    const package_ = { uri: 'urn:p', type: 'composite', associations: { a: first, b: first } }
    assert.equal(entriesOf(package_).length, 2)
  })

  it('brings the pictures that come with it: the largest, with caption and credit', () => {
    const picture = {
      uri: 'urn:tideline:p',
      type: 'picture',
      headline: 'Boats on sand',
      description_text: 'Boats on <i>sand</i>',
      byline: 'Ode Brook',
      copyrightholder: 'Tideline',
      usageterms: 'CC BY 4.0',
      renditions: {
        thumb: { href: 'https://wire.example/s.jpg', width: 100 },
        large: { href: 'https://wire.example/l.jpg', width: 2000 },
        film: { href: 'https://wire.example/l.mp4', width: 4000, mimetype: 'video/mp4' },
        local: { href: 'file:///etc/passwd', width: 9000 },
      },
    }
    const { blocks } = draftOf({ ...first, associations: { main: picture } })
    assert.deepEqual(blocks[0], {
      kind: 'picture',
      picture: { from: 'https://wire.example/l.jpg' },
      alt: 'Boats on sand',
      caption: 'Boats on <em>sand</em>',
      credit: 'Ode Brook / Tideline / CC BY 4.0',
    })
    const gone = { ...picture, pubstatus: 'canceled' }
    const without = draftOf({ ...first, associations: { main: gone } })
    assert.deepEqual([without.blocks.length, without.said], [1, ['item.canceled']])
    const early = { ...picture, embargoed: '2030-01-01T00:00:00Z' }
    assert.equal(draftOf({ ...first, associations: { main: early } }).blocks.length, 1)
  })
})

describe('the duties of a ninjs reader', () => {
  it('are to take back what was cancelled, in every spelling and however it is written', () => {
    const draft = draftOf({ ...first, pubstatus: 'canceled' })
    assert.deepEqual([draft.cancelled, draft.hold, draft.said], [true, null, ['item.canceled']])
    assert.equal(draftOf({ ...third, pubStatus: 'canceled' }).cancelled, true)
    assert.equal(draftOf({ uri: 'urn:tideline:1', pubstatus: 'canceled' }).cancelled, true)
    const careless = { uri: 'urn:1', pubstatus: 'canceled', headline: 4, unheard: 'of' }
    assert.equal(draftOf(careless).cancelled, true)
  })

  it('are to say when this version was made, and no moment that is not exact', () => {
    const made = '2025-06-04T09:30:00Z'
    assert.equal(String(draftOf({ ...first, versioncreated: made }).version), made)
    assert.equal(String(draftOf({ ...third, versionCreated: made }).version), made)
    assert.equal(draftOf({ ...first, versioncreated: '2025-06-04' }).version, null)
  })

  it('are never to publish a status that is misspelt', () => {
    const { status, code, where } = refusalOf({ ...first, pubstatus: 'cancelled' })
    assert.deepEqual([status, code], ['quarantined', 'ninjs.invalid'])
    assert.equal(where, 'urn:tideline:1 › pubstatus')
  })

  it('are to hold what is withheld', () => {
    const { hold, said } = draftOf({ ...third, pubStatus: 'withheld' })
    assert.deepEqual(
      [hold?.until, hold?.because.code, said[0]],
      [null, 'item.withheld', 'item.withheld'],
    )
  })

  it('are to hold until an embargo ends, and to date the story then', () => {
    for (const [story, name] of [
      [first, 'embargoed'],
      [third, 'embargoedUntil'],
    ] as const) {
      const draft = draftOf({ ...story, [name]: '2025-06-02T06:00:00+02:00' })
      assert.equal(String(draft.hold?.until), '2025-06-02T04:00:00Z')
      assert.equal(String(draft.publishedAt), '2025-06-02T04:00:00Z')
      assert.equal(draft.said[0], 'item.embargoed')
    }
    assert.equal(draftOf({ ...first, embargoed: '2025-06-01T11:59:59Z' }).hold, null)
  })

  it('are to hold for good what is under an embargo that cannot be read', () => {
    for (const written of ['Next Monday', '2025-05-01', '2025-05-01T09:00:00', '']) {
      const { hold, said } = draftOf({ ...first, embargoed: written })
      assert.ok(hold !== null && hold.until === null, written)
      assert.equal(said[0], 'item.embargoed')
    }
  })
})

describe('what ninjs is refused', () => {
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['no uri', { headline: 'x' }, 'uri'],
    ['a wrong type', { ...first, headline: 42 }, 'headline'],
    ['an unknown name', { ...first, embargo: '2030-01-01' }, 'embargo'],
    ['the name of another version', { ...first, embargoedUntil: '2030' }, 'embargoedUntil'],
    ['a map for a list', { ...third, associations: {} }, 'associations'],
    [
      'an association without a name',
      { ...third, associations: [{ uri: 'u' }] },
      'associations[0].name',
    ],
    ['an urgency beyond nine', { ...third, urgency: 11 }, 'urgency'],
    [
      'two kinds of rights',
      { ...third, rightsInfo: { linkedRights: 'a', encodedRights: 'b' } },
      'rightsInfo',
    ],
    ['a prototype', '{"uri":"u","__proto__":{"a":1}}', '__proto__'],
  ]

  it('is quarantined with the place of its fault', () => {
    for (const [what, content, path] of cases) {
      const { status, code, where } = refusalOf(content)
      assert.deepEqual([status, code], ['quarantined', 'ninjs.invalid'], what)
      assert.ok(where?.endsWith(path), `${what}: ${where}`)
    }
  })

  it('does not cost the other items of the list', () => {
    assert.deepEqual(
      entriesOf([first, 7, { ...first, pubstatus: 'cancelled' }, third]).map(({ ok }) => ok),
      [true, false, false, true],
    )
  })

  it('is politely refused when it is no text', () => {
    const { status, code } = refusalOf({ ...first, type: 'picture' })
    assert.deepEqual([status, code], ['refused', 'ninjs.not-text'])
    assert.equal(refusalOf({ uri: 'u', headline: 'x' }).code, 'ninjs.no-text')
  })

  it('is read in spite of names that newsrooms add', () => {
    assert.deepEqual(draftOf({ ...first, priority: 6, readtime: 1 }).said, [
      'ninjs.unknown-name',
      'ninjs.unknown-name',
    ])
  })

  it('is not JSON at all', () => {
    const reading = readNinjs(delivery('{"uri": x"}'))
    assert.deepEqual([reading.ok, reading.remarks[0]?.code], [false, 'ninjs.invalid'])
  })
})

describe('recognising ninjs', () => {
  const recognises = (content: unknown) => ninjs.recognises(delivery(content))

  it('goes by its names', () => {
    assert.equal(recognises(first), true)
    assert.equal(recognises([third]), true)
    assert.equal(recognises({ id: '1', headline: 'x', body: [] }), false)
    assert.equal(
      recognises({ version: 'https://jsonfeed.org/version/1.1', items: [], headline: 1, uri: 2 }),
      false,
    )
    assert.equal(recognises('<p>"uri": "headline":</p>'), false)
  })
})
