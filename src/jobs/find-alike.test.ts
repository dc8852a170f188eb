import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Compared, ComparingPlace } from '#catalogue'
import type { OutboxLine } from '#desk'
import type { SearchDocument } from '#search'
import { madeReport, thrown } from '../catalogue/wire-copy.fixture.ts'
import { findAlike, mostCompared } from './find-alike.ts'

const noon = Temporal.Instant.from('2031-04-02T12:00:00Z')
const always = new AbortController().signal

const documentOf = (storyId: string, rest = ''): SearchDocument => ({
  storyId,
  publicationId: 'tide',
  publicationTitle: 'The Tide',
  kind: 'newspaper',
  language: 'en',
  topic: null,
  door: 'plan',
  section: '',
  bylines: [],
  headline: '',
  standfirst: '',
  lead: 'Low water.',
  rest,
  minutes: 1,
  date: Temporal.PlainDate.from('2031-04-02'),
  publishedAt: noon,
})

/** A stand whose outbox has lines with so many stories each; `gone` are on it no more. */
function standWith(lines: readonly number[], gone: readonly string[] = []) {
  const kept: Compared[] = []
  let place: ComparingPlace = { position: 0, done: 0 }
  const outbox: OutboxLine[] = lines.map((stories, at) => ({
    position: at + 1,
    at: noon,
    happening: {
      kind: 'printed',
      publication: 'tide',
      stories: Array.from({ length: stories }, (_, index) => `${at + 1}-${index}`),
    },
  }))
  const needs = {
    book: {
      place: async () => place,
      keep: async (compared: Compared) => {
        kept.push(compared)
        place = compared.place
      },
    },
    outbox: {
      last: async () => outbox.length,
      after: async (position: number, most: number) => outbox.slice(position, position + most),
    },
    documents: {
      of: async (ids: readonly string[]) =>
        ids.filter((id) => !gone.includes(id)).map((id) => documentOf(id)),
    },
    clock: () => noon,
  }
  const compared = () => kept.flatMap(({ stories }) => stories.map(({ storyId }) => storyId))
  return { needs, kept, compared, place: () => place }
}

it('goes through every line once, in portions, and then has nothing to do', async () => {
  const stand = standWith([3, 0, 20])
  await findAlike(stand.needs, always)
  assert.equal(new Set(stand.compared()).size, 23)
  assert.equal(stand.compared().length, 23)
  assert.ok(stand.kept.every(({ stories }) => stories.length <= 8))
  assert.deepEqual(stand.place(), { position: 3, done: 0 })
  const portions = stand.kept.length
  await findAlike(stand.needs, always)
  assert.equal(stand.kept.length, portions)
})

it('goes on in the middle of a line where the last call ended', async () => {
  const stand = standWith([500])
  await findAlike(stand.needs, always, mostCompared.busy)
  assert.deepEqual(stand.place(), { position: 0, done: 8 }, 'readers are asked to wait for little')
  await findAlike(stand.needs, always)
  assert.deepEqual(stand.place(), { position: 0, done: 392 })
  for (let calls = 0; calls < 5; calls += 1) await findAlike(stand.needs, always)
  assert.deepEqual(stand.place(), { position: 1, done: 0 })
  assert.equal(new Set(stand.compared()).size, 500)
  assert.equal(stand.compared().length, 500)
})

it('takes short lines together, for a transaction costs more than a story', async () => {
  const stand = standWith([1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 0])
  await findAlike(stand.needs, always)
  assert.deepEqual(
    stand.kept.map(({ stories, place }) => [stories.length, place.position]),
    [
      [8, 9],
      [1, 11],
    ],
  )
})

it('stops between two portions when the stand closes', async () => {
  const stand = standWith([20])
  const closing = new AbortController()
  const { keep } = stand.needs.book
  const book = {
    ...stand.needs.book,
    keep: async (compared: Compared) => {
      await keep(compared)
      closing.abort()
    },
  }
  await findAlike({ ...stand.needs, book }, closing.signal)
  assert.deepEqual(stand.place(), { position: 0, done: 8 })
})

it('says which stories are gone', async () => {
  const stand = standWith([2], ['1-1'])
  await findAlike(stand.needs, always)
  assert.deepEqual(stand.kept[0]?.gone, ['1-1'])
  assert.deepEqual(stand.compared(), ['1-0'])
})

it('compares the whole text, and nothing of what is too short', async () => {
  const stand = standWith([2])
  const rest = madeReport(thrown(1)).join('\n')
  const documents = {
    of: async () => [documentOf('1-0', rest), documentOf('1-1')],
  }
  await findAlike({ ...stand.needs, documents }, always)
  const [whole, short] = stand.kept[0]?.stories ?? []
  assert.notEqual(whole?.fingerprint ?? null, null)
  assert.equal(short?.fingerprint, null)
})
