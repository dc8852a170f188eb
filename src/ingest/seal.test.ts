import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Draft, unclassified } from './draft.ts'
import { seal } from './seal.ts'

const noon = Temporal.Instant.from('2031-04-02T12:00:00Z')

const fog: Omit<Draft, 'digest'> = {
  key: 'k',
  version: null,
  headline: 'Fog',
  standfirst: '',
  bylines: ['Ada Lund'],
  section: '',
  ...unclassified,
  language: 'en',
  direction: 'ltr',
  publishedAt: noon,
  editionDate: Temporal.PlainDate.from('2031-04-02'),
  position: null,
  door: null,
  home: null,
  complete: true,
  blocks: [{ kind: 'paragraph', html: 'Quiet.\nStill.' }],
  hold: null,
  cancelled: false,
}

describe('seal', () => {
  it('gives equal words the same digest, whatever holds them and whenever they were sent', () => {
    const because = { code: 'item.withheld', message: 'Withheld.', where: '' }
    const held = seal({ ...fog, version: noon, hold: { until: null, because } })
    assert.equal(held.digest, seal(fog).digest)
    assert.notEqual(seal({ ...fog, headline: 'Mist' }).digest, seal(fog).digest)
  })

  it('lets nothing through that no database and no page can hold, however deep it stands', () => {
    const items = [{ html: 'a\u0000b', inner: { ordered: false, items: [{ html: 'c\u0001d' }] } }]
    const dirty = seal({
      ...fog,
      key: 'k\u0000',
      bylines: ['Ada\u0007 Lund'],
      headline: 'Fo\ud800g',
      blocks: [...fog.blocks, { kind: 'list', ordered: true, items }],
    })
    assert.equal(dirty.key, 'k')
    assert.deepEqual(dirty.bylines, ['Ada Lund'])
    assert.equal(dirty.headline, 'Fo\ufffdg')
    assert.deepEqual(dirty.blocks, [
      { kind: 'paragraph', html: 'Quiet.\nStill.' },
      {
        kind: 'list',
        ordered: true,
        items: [{ html: 'ab', inner: { ordered: false, items: [{ html: 'cd' }] } }],
      },
    ])
    assert.ok(dirty.publishedAt?.equals(noon))
    assert.equal(String(dirty.editionDate), '2031-04-02')
  })
})
