import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Draft, type Reading, unclassified } from './draft.ts'
import { deliveryFromWire, deliveryToWire, fromWire, toWire } from './wire.ts'

const moment = Temporal.Instant.from('2025-06-04T09:30:00.25Z')
const remark = { code: 'date.missing', message: 'It has no date.', where: 'item 1' }

const draft: Draft = {
  key: 'k',
  digest: 'd',
  headline: 'Fog',
  standfirst: '',
  bylines: ['Ada Lund'],
  section: '',
  ...unclassified,
  language: 'en',
  direction: 'ltr',
  publishedAt: moment,
  editionDate: Temporal.PlainDate.from('2025-06-04'),
  position: 1,
  door: null,
  home: null,
  complete: true,
  blocks: [{ kind: 'paragraph', html: 'Quiet.' }],
  hold: { until: moment, because: remark },
  cancelled: false,
  version: moment,
}

describe('what crosses from thread to thread', () => {
  it('comes out as it went in, moments and days too', () => {
    const reading: Reading = {
      ok: true,
      format: 'rss',
      sender: { title: 'Paper', description: '', language: null, home: null },
      entries: [
        { ok: true, draft, remarks: [remark] },
        {
          ok: true,
          draft: { ...draft, publishedAt: null, editionDate: null, hold: null },
          remarks: [],
        },
        { ok: false, status: 'refused', remarks: [remark] },
      ],
      remarks: [],
    }
    const wire = structuredClone(toWire(reading))
    assert.deepEqual(wire, toWire(reading))
    const back = fromWire(wire)
    // Moments have no fields to compare, so they are compared as text.
    assert.equal(JSON.stringify(back), JSON.stringify(reading))
    const first = back.ok && back.entries[0]?.ok ? back.entries[0].draft : null
    assert.ok(first?.publishedAt?.equals(moment))
    assert.ok(first?.editionDate?.equals('2025-06-04'))
    assert.ok(first?.hold?.until?.equals(moment))
  })

  it('carries a delivery with its moment', () => {
    const bytes = Uint8Array.of(1, 2)
    const delivery = { bytes, from: 'a', contentType: null, at: moment, timeZone: 'UTC' }
    const back = deliveryFromWire(structuredClone(deliveryToWire(delivery)))
    assert.ok(back.at.equals(moment))
    assert.deepEqual(back.bytes, bytes)
  })
})
