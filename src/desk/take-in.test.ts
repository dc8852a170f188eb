import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Publication } from '#catalogue'
import {
  type Delivery,
  type Draft,
  type Entry,
  type Reading,
  type Sender,
  unclassified,
} from '#ingest'
import type { Press, PublicationDesk, Sheet } from './store.ts'
import { type TakeIn, takeIn } from './take-in.ts'

const noon = Temporal.Instant.from('2031-04-02T12:00:00Z')

function entryOf(key: string, changed: Partial<Draft> = {}): Entry {
  const draft: Draft = {
    key,
    digest: key,
    headline: key,
    standfirst: '',
    bylines: [],
    section: '',
    ...unclassified,
    language: 'en',
    direction: 'ltr',
    publishedAt: noon,
    editionDate: null,
    position: null,
    door: null,
    home: null,
    complete: true,
    blocks: [{ kind: 'paragraph', html: 'The tide went out.' }],
    hold: null,
    cancelled: false,
    version: null,
    ...changed,
  }
  return { ok: true, draft, remarks: [] }
}

const refusal = { code: 'feed.empty', message: 'There is nothing in it.', where: '' }
const broken: Entry = { ok: false, status: 'quarantined', remarks: [{ ...refusal, code: 'bad' }] }

function readingOf(entries: readonly Entry[], sender: Partial<Sender> = {}): Reading {
  const silent = { title: '', description: '', language: null, home: null }
  return { ok: true, format: 'test', sender: { ...silent, ...sender }, entries, remarks: [] }
}

/** Takes in deliveries of these names, which read as given, and tells what came of it. */
async function taken(
  readings: Readonly<Record<string, Reading>>,
  changed: Partial<TakeIn> = {},
  shelf: Publication[] = [],
) {
  const sheets: Sheet[] = []
  const no = () => Promise.reject(new Error('not asked for in these tests'))
  const press: Press = {
    known: async () => new Map(),
    print: async (sheet) => {
      sheets.push(sheet)
      const { slug } = sheet.publication
      const address = { publication: slug, edition: String(sheet.date), story: 'story' }
      return sheet.stories.map(({ key }) => ({ key, effect: 'new', address }))
    },
    printAll: no,
    hold: no,
    due: no,
    cancel: no,
    withdraw: no,
    waiting: async () => [],
    drop: async () => false,
    find: no,
  }
  const publications: PublicationDesk = {
    findOrAdd: async (given) => {
      const known = shelf.find(({ slug }) => slug === given.slug)
      if (known !== undefined) return { publication: known, added: false }
      const publication = { ...given, id: given.slug }
      shelf.push(publication)
      return { publication, added: true }
    },
    findOrAddAll: no,
    describe: async () => true,
    cover: no,
    rename: no,
  }
  const deliveries = Object.keys(readings).map((from) => deliveryOf(from))
  const work = { deliveries, ...usual, ...changed }
  const needs = {
    press,
    publications,
    clock: () => noon,
    pictures: { keep: no },
    reader: {
      read: async ({ from }: Delivery) => readings[from] ?? readingOf([]),
      [Symbol.asyncDispose]: async () => {},
    },
  }
  const steps = await Array.fromAsync(takeIn(needs, work))
  const answers = steps.flatMap((step) => (step.kind === 'answer' ? [step.answer] : []))
  return {
    sheets: sheets.map(({ publication, date, stories }) => [
      publication.slug,
      String(date),
      ...stories.map(({ key }) => key),
    ]),
    doors: sheets.flatMap(({ stories }) => stories.map(({ door }) => door)),
    shelf,
    answers: answers.map(({ where, code }) => `${where}: ${code}`),
    steps,
  }
}

const usual: Omit<TakeIn, 'deliveries'> = {
  said: {},
  fallback: 'Post',
  door: null,
  publishAt: null,
  editionName: '',
  timeZone: 'UTC',
  language: 'nl',
}

const deliveryOf = (from: string): Delivery => ({
  bytes: new Uint8Array(),
  from,
  contentType: null,
  at: noon,
  timeZone: 'UTC',
})

describe('taking in', () => {
  it('brings the files of one edition out together', async () => {
    const readings = {
      'a.md': readingOf([entryOf('a')]),
      'b.md': readingOf([entryOf('b')]),
      'c.md': readingOf([entryOf('c')]),
    }
    const { sheets } = await taken(readings)
    assert.deepEqual(sheets, [['post', '2031-04-02', 'a', 'b', 'c']])
  })

  it('parts the files of several senders, unless one publication was named', async () => {
    const readings = {
      one: readingOf([entryOf('a')], { title: 'Tide' }),
      two: readingOf([entryOf('b')], { title: 'Courier' }),
      three: readingOf([entryOf('c')], { title: 'Tide' }),
    }
    const apart = await taken(readings)
    assert.deepEqual(apart.sheets, [
      ['tide', '2031-04-02', 'a', 'c'],
      ['courier', '2031-04-02', 'b'],
    ])
    const together = await taken(readings, { said: { publication: 'all' } })
    assert.deepEqual(together.sheets, [['all', '2031-04-02', 'a', 'b', 'c']])
  })

  it('answers for what could not be read, and takes in the rest', async () => {
    const { answers, sheets } = await taken({
      bad: { ok: false, remarks: [refusal] },
      good: readingOf([entryOf('a'), broken]),
    })
    assert.deepEqual(answers, ['bad: feed.empty', 'good: bad', 'good (a): story.new'])
    assert.equal(sheets.length, 1)
  })

  it('makes no publication of a delivery in which nothing can be read', async () => {
    const { answers, shelf } = await taken({ bad: readingOf([broken, broken]) })
    assert.deepEqual(answers, ['bad: bad', 'bad: bad'])
    assert.deepEqual(shelf, [])
  })

  it('gives a silent publication the language of most of its stories', async () => {
    const arabic = { language: 'ar' }
    const { shelf } = await taken({
      'a.md': readingOf([entryOf('a', arabic)]),
      'b.md': readingOf([entryOf('b'), entryOf('c', arabic)]),
    })
    assert.equal(shelf[0]?.language, 'ar')
  })

  it('publishes by what is said of a known publication today', async () => {
    const said = { publication: 'tide' }
    const { shelf } = await taken({ 'a.md': readingOf([entryOf('a')]) }, { said })
    const behindPlan = { said: { ...said, door: 'plan' } } as const
    const { doors } = await taken({ 'b.md': readingOf([entryOf('b')]) }, behindPlan, shelf)
    assert.deepEqual(doors, ['plan'])
  })

  it('tells what it reads before it publishes', async () => {
    const { steps } = await taken({ 'a.md': readingOf([entryOf('a')]) })
    assert.deepEqual(
      steps.map(({ kind }) => kind),
      ['read', 'publication', 'answer'],
    )
  })

  it('says what there is to say of a delivery as a whole, and when it is empty', async () => {
    const guessed = { code: 'charset.guessed', message: 'Read as windows-1252.', where: '' }
    const empty = { ...readingOf([]), remarks: [guessed] }
    const { steps } = await taken({ empty })
    const remarks = steps.flatMap((step) => (step.kind === 'read' ? step.remarks : []))
    assert.deepEqual(
      remarks.map(({ code }) => code),
      ['charset.guessed', 'feed.no-items'],
    )
  })
})
