import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultCut, type Publication, undescribed } from '#catalogue'
import { type Draft, type Entry, type Hold, unclassified } from '#ingest'
import type { Batch } from './batch.ts'
import { sortItems } from './sort-items.ts'
import type { Known, KnownStory, Press } from './store.ts'

const noon = Temporal.Instant.from('2031-04-02T12:00:00Z')
const tonight = noon.add({ hours: 8 })
const tomorrow = noon.add({ hours: 24 })

const tide: Publication = {
  id: 'tide',
  slug: 'tide',
  title: 'The Tide',
  kind: 'newspaper',
  language: 'en',
  description: '',
  home: null,
  timeZone: 'Asia/Tokyo',
  door: 'open',
  cut: defaultCut,
  ...undescribed,
}

const draftOf = (key: string, changed: Partial<Draft> = {}): Draft => ({
  key,
  digest: `digest of ${key}`,
  headline: `Low water ${key}`,
  standfirst: '',
  bylines: [],
  section: '',
  ...unclassified,
  language: 'en',
  direction: 'ltr',
  publishedAt: Temporal.Instant.from('2031-04-02T06:00:00Z'),
  editionDate: null,
  position: null,
  door: null,
  home: null,
  complete: true,
  blocks: [],
  hold: null,
  cancelled: false,
  version: null,
  ...changed,
})

const held = (until: Temporal.Instant | null): Hold => ({
  until,
  because: { code: 'item.embargoed', message: 'Embargoed.', where: '' },
})

const onStand: KnownStory = {
  id: 'id',
  address: { publication: 'tide', edition: '2031-04-02', story: 'low-water-a' },
  withdrawnBy: null,
  door: 'open',
  marks: [],
}

const known = (changed: Partial<Known> = {}): Known => ({
  version: null,
  digest: 'digest of a',
  story: onStand,
  held: null,
  ...changed,
})

const no = () => Promise.reject(new Error('sorting does not write'))

/** Sorts drafts for a press that knows this of the key "a". */
async function sorted(
  drafts: readonly Draft[],
  { of = null, ...changed }: Partial<Batch> & { of?: Known | null } = {},
) {
  const press: Press = {
    known: async () => new Map(of === null ? [] : [['a', of]]),
    print: no,
    printAll: no,
    hold: no,
    due: no,
    cancel: no,
    withdraw: no,
    waiting: async () => [],
    drop: async () => false,
    find: no,
  }
  const entries = drafts.map((draft) => ({
    entry: { ok: true, draft, remarks: [] } as const,
    from: 'test',
  }))
  const batch = { publication: tide, entries, door: null, publishAt: null, editionName: '' }
  const result = await sortItems(press, { ...batch, ...changed }, noon)
  return {
    codes: result.answers.map(({ code }) => code),
    holds: result.toHold.map(({ hold, bySender }) => [String(hold.until), bySender]),
    withdrawn: result.toWithdraw.map(({ draft }) => draft.key),
    printed: result.toPrint.map(({ date, items }) => [
      String(date),
      ...items.map(({ draft }) => draft.key),
    ]),
  }
}

const nothing = { codes: [], holds: [], withdrawn: [], printed: [] }

describe('the edition of a story', () => {
  it('is of the day where its publication lives, the oldest first', async () => {
    const late = Temporal.Instant.from('2031-04-01T14:59:59Z')
    const later = Temporal.Instant.from('2031-04-01T15:00:00Z')
    const drafts = [draftOf('a', { publishedAt: later }), draftOf('b', { publishedAt: late })]
    const { printed } = await sorted(drafts)
    assert.deepEqual(printed, [
      ['2031-04-01', 'b'],
      ['2031-04-02', 'a'],
    ])
  })

  it('is the one its sender names, whatever its date', async () => {
    const editionDate = Temporal.PlainDate.from('2031-06-01')
    const { printed } = await sorted([draftOf('a', { editionDate }), draftOf('b')])
    assert.deepEqual(printed, [
      ['2031-04-02', 'b'],
      ['2031-06-01', 'a'],
    ])
  })

  it('is today’s for a story without a date, or with one that lies ahead', async () => {
    const ahead = noon.add({ hours: 24 * 400 })
    const { printed } = await sorted([
      draftOf('a', { publishedAt: null }),
      draftOf('b', { publishedAt: ahead }),
    ])
    assert.deepEqual(printed, [['2031-04-02', 'a', 'b']])
  })
})

describe('a delivery', () => {
  it('may hold every id once', async () => {
    const again = draftOf('a', { digest: 'another' })
    const { codes, printed } = await sorted([draftOf('a'), again])
    assert.deepEqual(codes, ['guid.duplicate'])
    assert.deepEqual(printed, [['2031-04-02', 'a']])
  })

  it('is answered for what could not be read, and the others go on', async () => {
    const remark = { code: 'item.no-text', message: 'No text.', where: 'item 2' }
    const entries: { entry: Entry; from: string }[] = [
      { entry: { ok: false, status: 'refused', remarks: [remark] }, from: 'test' },
      { entry: { ok: true, draft: draftOf('b'), remarks: [] }, from: 'test' },
    ]
    const { codes, printed } = await sorted([], { entries })
    assert.deepEqual(codes, ['item.no-text'])
    assert.deepEqual(printed, [['2031-04-02', 'b']])
  })
})

describe('a story that is known', () => {
  it('is left alone when it comes again as it was', async () => {
    const again = await sorted([draftOf('a')], { of: known() })
    assert.deepEqual(again, { ...nothing, codes: ['story.unchanged'] })
  })

  it('stays off the stand when the desk withdrew it, changed or not', async () => {
    const of = known({ story: { ...onStand, withdrawnBy: 'desk' } })
    assert.deepEqual((await sorted([draftOf('a')], { of })).codes, ['story.kept-off'])
    const changed = draftOf('a', { digest: 'changed' })
    assert.deepEqual((await sorted([changed], { of })).codes, ['story.kept-off'])
  })

  it('comes back unchanged after its sender had cancelled it', async () => {
    const of = known({ story: { ...onStand, withdrawnBy: 'sender' } })
    assert.deepEqual((await sorted([draftOf('a')], { of })).printed, [['2031-04-02', 'a']])
  })

  it('leaves when it is cancelled, even if it was never known', async () => {
    const cancelled = draftOf('a', { cancelled: true })
    assert.deepEqual((await sorted([cancelled], { of: known() })).withdrawn, ['a'])
    assert.deepEqual((await sorted([cancelled])).withdrawn, ['a'])
  })

  it('is not taken off the stand because the desk schedules it again', async () => {
    const again = await sorted([draftOf('a')], { of: known(), publishAt: tomorrow })
    assert.deepEqual(again, { ...nothing, codes: ['story.unchanged'] })
  })
})

describe('a story that is held', () => {
  it('waits for the later of its sender’s hour and the desk’s', async () => {
    const embargoed = draftOf('a', { hold: held(tonight) })
    const early = await sorted([embargoed], { publishAt: noon.add({ hours: 1 }) })
    assert.deepEqual(early.holds, [[String(tonight), true]])
    const scheduled = await sorted([draftOf('a')], { publishAt: tomorrow })
    assert.deepEqual(scheduled.holds, [[String(tomorrow), false]])
    const late = await sorted([embargoed], { publishAt: tomorrow })
    assert.deepEqual(late.holds, [[String(tomorrow), true]])
  })

  it('waits for its sender’s word whatever the desk schedules', async () => {
    const withheld = draftOf('a', { hold: held(null) })
    const { holds } = await sorted([withheld], { publishAt: tomorrow })
    assert.deepEqual(holds, [['null', true]])
  })

  it('comes out at once when both hours have passed', async () => {
    const past = draftOf('a', { hold: held(noon) })
    const { printed } = await sorted([past], { publishAt: noon.subtract({ hours: 1 }) })
    assert.deepEqual(printed, [['2031-04-02', 'a']])
  })

  it('leaves the stand though the desk schedules it for later still', async () => {
    const embargoed = draftOf('a', { hold: held(tonight) })
    const { holds } = await sorted([embargoed], { of: known(), publishAt: tomorrow })
    assert.deepEqual(holds, [[String(tomorrow), true]])
  })

  it('is held anew when its hour changes, and left alone when not', async () => {
    const of = known({ story: null, held: { until: tonight } })
    const same = await sorted([draftOf('a')], { of, publishAt: tonight })
    assert.deepEqual(same, { ...nothing, codes: ['story.unchanged'] })
    const moved = await sorted([draftOf('a')], { of, publishAt: tomorrow })
    assert.deepEqual(moved.holds, [[String(tomorrow), false]])
    const withheld = await sorted([draftOf('a', { hold: held(null) })], { of })
    assert.deepEqual(withheld.holds, [['null', true]])
  })

  it('comes out when it is sent again without a hold', async () => {
    const of = known({ story: null, held: { until: tomorrow } })
    assert.deepEqual((await sorted([draftOf('a')], { of })).printed, [['2031-04-02', 'a']])
  })
})
