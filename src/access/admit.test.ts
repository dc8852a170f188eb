import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { admitting, noon } from './access.fixture.ts'
import { admit, type Viewer } from './admit.ts'
import { browsersADay } from './strangers-meter.ts'

const story = { id: 's1', editionId: 'e1', publicationId: 'p1', door: 'metered' } as const
const another = (id: string) => ({ ...story, id })
const ana: Viewer = { kind: 'reader', readerId: 'ana', staffOf: [] }
const nobody: Viewer = { kind: 'stranger' }

describe('admitting a reader', () => {
  it('counts a metered story once, however often it is reopened', async () => {
    const needs = admitting()
    const first = await admit(needs, story, { viewer: ana, counts: true })
    assert.deepEqual(first.verdict, { open: true, because: 'meter' })
    assert.deepEqual(first.meter, { used: 1, allowed: 3 })
    const again = await admit(needs, story, { viewer: ana, counts: true })
    assert.equal(again.verdict.because, 'counted-already')
    assert.deepEqual(needs.counted, ['ana 2031-04 s1'])
  })

  it('keeps the fourth story of a month', async () => {
    const needs = admitting()
    for (const id of ['s1', 's2', 's3']) {
      await admit(needs, another(id), { viewer: ana, counts: true })
    }
    const fourth = await admit(needs, another('s4'), { viewer: ana, counts: true })
    assert.deepEqual(fourth.verdict, { open: false, because: 'meter-spent' })
    assert.deepEqual(fourth.meter, { used: 3, allowed: 3 })
  })

  it('lets the write have the last word when two tabs race', async () => {
    const needs = admitting({}, { readers: 1 })
    const both = await Promise.all(
      ['s1', 's2'].map((id) => admit(needs, another(id), { viewer: ana, counts: true })),
    )
    assert.deepEqual(both.map(({ verdict }) => verdict.because).sort(), ['meter', 'meter-spent'])
    assert.equal(needs.counted.length, 1)
  })

  it('neither counts nor opens for a mere look', async () => {
    const needs = admitting()
    const look = await admit(needs, story, { viewer: ana, counts: false })
    assert.deepEqual(look.verdict, { open: false, because: 'meter-waits' })
    assert.deepEqual(needs.counted, [])
  })

  it('does not spend the meter of who has a right', async () => {
    const plan = { from: 'plan', opens: { what: 'stand' }, since: noon, until: null } as const
    const needs = admitting({ ana: [plan] })
    const opened = await admit(needs, story, { viewer: ana, counts: true })
    assert.equal(opened.verdict.because, 'plan')
    assert.deepEqual(needs.counted, [])
  })

  it('opens to the desk of the publication', async () => {
    const editor: Viewer = { kind: 'reader', readerId: 'bo', staffOf: ['p1'] }
    const opened = await admit(admitting(), story, { viewer: editor, counts: true })
    assert.equal(opened.verdict.because, 'staff')
  })
})

describe('admitting a stranger', () => {
  it('opens nothing but open doors, and looks nothing up for those', async () => {
    const shut = await admit(admitting(), story, { viewer: nobody, counts: true })
    assert.deepEqual(shut.verdict, { open: false, because: 'meter-needs-account' })
    const never = { ...admitting(), rights: {} as never, meter: {} as never }
    const open = await admit(never, { ...story, door: 'open' }, { viewer: ana, counts: true })
    assert.equal(open.verdict.because, 'open-door')
  })

  it('opens what a gift left in the browser', async () => {
    const gift = { from: 'gift', opens: { what: 'story', id: 's1' }, since: noon, until: null }
    const needs = admitting({ d1: [gift as never] })
    const viewer: Viewer = { kind: 'stranger', claims: ['d1'] }
    const opened = await admit(needs, story, { viewer, counts: false })
    assert.equal(opened.verdict.because, 'gift')
  })

  it('counts in the browser where the operator chose so', async () => {
    const needs = admitting({}, { strangers: 2 })
    const visit = (id: string, cookie: string | null) =>
      admit(needs, another(id), {
        viewer: { kind: 'stranger', browser: { cookie, prefix: '203.0.113.0/24' } },
        counts: true,
      })
    const first = await visit('s1', null)
    assert.equal(first.verdict.because, 'meter')
    const second = await visit('s2', first.cookie)
    const third = await visit('s3', second.cookie)
    assert.deepEqual(third.verdict, { open: false, because: 'meter-needs-account' })
    assert.equal((await visit('s1', second.cookie)).verdict.because, 'counted-already')
  })

  it('gives a neighbourhood only so many, however many fresh browsers it has', async () => {
    const needs = admitting({}, { strangers: 2 })
    const fresh = { kind: 'stranger', browser: { cookie: null, prefix: '203.0.113.0/24' } } as const
    const all = await Array.fromAsync({ length: 100 }, () =>
      admit(needs, story, { viewer: fresh, counts: true }),
    )
    const opened = all.filter(({ verdict }) => verdict.open)
    assert.equal(opened.length, 2 * browsersADay)
    assert.ok(all.filter(({ verdict }) => !verdict.open).every(({ cookie }) => cookie === null))
  })
})
