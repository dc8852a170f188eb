import assert from 'node:assert/strict'
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { readQuestion, type SearchDocument } from '#search'
import { openSqliteIndex } from '#storage'
import { keepIndex } from './keep-index.ts'

const noon = Temporal.Instant.from('2031-04-02T12:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'kiosk-keep-index-'))
after(() => rmSync(folder, { recursive: true }))

const documents: readonly SearchDocument[] = Array.from({ length: 300 }, (_, at) => ({
  storyId: `story-${at}`,
  publicationId: 'p-tide',
  publicationTitle: 'The Tide',
  kind: 'newspaper',
  language: 'en',
  topic: null,
  door: 'plan',
  section: 'Harbour',
  bylines: ['Mara Vell'],
  headline: `Ferry number ${at}, called w${at}`,
  standfirst: '',
  lead: `Passengers of number ${at} slept on the quay. `.repeat(40),
  rest: '',
  minutes: 3,
  date: Temporal.PlainDate.from('2031-04-02'),
  publishedAt: noon.subtract({ minutes: at }),
}))

/** A stand with these stories, its index, and what keeps it. */
function openStand(name: string) {
  const place = join(folder, name)
  const opened = openSqliteIndex(place)
  const { index, keeper } = opened
  const happened = { position: 5 }
  const needs = {
    keeper,
    documents: {
      of: async (ids: readonly string[]) =>
        documents.filter(({ storyId }) => ids.includes(storyId)),
      after: async (last: unknown) => (last === null ? documents : []),
      count: async () => documents.length,
    },
    outbox: {
      last: async () => happened.position,
      after: async (position: number) =>
        Array.from({ length: happened.position - position }, (_, at) => ({
          position: position + at + 1,
          at: noon,
          happening: {
            kind: 'printed',
            publication: 'tide',
            stories: ['story-1'],
          } as const,
        })),
    },
  }
  return {
    index,
    round: () => keepIndex(needs, AbortSignal.timeout(30_000)),
    /** Something is published. */
    publish: () => {
      happened.position += 1
    },
    async found(): Promise<number> {
      const question = readQuestion('ferry', new Map())
      const how = {
        scope: { rests: 'none' },
        order: 'best',
        language: 'en',
        facets: true,
        now: noon,
      } as const
      return (await index.search({ question, ...how, skip: 0, most: 5 })).count
    },
    file: () => join(place, readdirSync(place).find((one) => one.endsWith('.db')) ?? ''),
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  }
}

/** Writes nonsense over everything but the beginning of a file, as a failing disk would. */
function scribbleOver(file: string): void {
  const page = Buffer.alloc(8_192, 0xff)
  const open = openSync(file, 'r+')
  for (let at = page.length * 2; at < statSync(file).size; at += page.length) {
    writeSync(open, page, 0, page.length, at)
  }
  closeSync(open)
}

it('an index is being built until there is one', async () => {
  await using stand = openStand('fresh')
  assert.equal((await stand.index.state()).state, 'building')
  assert.equal(await stand.found(), 0)
  await stand.round()
  assert.deepEqual(await stand.index.state(), { state: 'ready' })
  assert.equal(await stand.found(), 300)
})

it('a file that is damaged while it is in use is found out by asking, and built anew', async () => {
  for (const spoil of [scribbleOver, (file: string) => truncateSync(file, 10)]) {
    await using stand = openStand(`asked ${spoil.name}`)
    await stand.round()
    assert.equal(await stand.found(), 300)
    spoil(stand.file())
    assert.equal(await stand.found(), 0)
    assert.equal((await stand.index.state()).state, 'broken')
    await stand.round()
    assert.deepEqual(await stand.index.state(), { state: 'ready' })
    assert.equal(await stand.found(), 300)
  }
})

it('a damaged file that nobody asks is found out by writing into it', async () => {
  await using stand = openStand('written')
  await stand.round()
  await stand.round()
  scribbleOver(stand.file())
  stand.publish()
  await stand.round().catch(() => {})
  assert.equal((await stand.index.state()).state, 'broken')
  await stand.round()
  assert.deepEqual(await stand.index.state(), { state: 'ready' })
  assert.equal(await stand.found(), 300)
})
