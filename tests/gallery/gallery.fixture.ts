import { glob, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { defaultCut, undescribed } from '#catalogue'
import { receive } from '#desk'
import type { Draft } from '#ingest'
import { openDiskBlobs, openTypesetter } from '#outside'
import { addresses, href } from '#web'
import type { Stand } from '../../src/assemble.ts'
import { dress } from '../../src/desk/dress.ts'
import type { NewPublication } from '../../src/desk/store.ts'
import { standOfMany } from '../../src/web/publications.fixture.ts'
import { served } from '../browser.fixture.ts'
import { type OpenStand, openOwnStand } from '../demo.fixture.ts'
import type { Pages } from '../screenshots/demo-pages.ts'
import type { ShownPage } from '../screenshots/shown-page.ts'
import { type Drawings, draw } from './drawings.ts'
import { day, hardStories, story } from './hard-stories.ts'

const noon = () => Temporal.Instant.from(`${day}T12:00:00Z`)

/** Stands that are hard to set: one with everything that is, one with almost nothing, a huge one. */
export async function galleryPages(): Promise<Pages> {
  await using opened = new AsyncDisposableStack()
  const drawings = await draw()
  const addressOf = new Map<string, string>()
  let lost = ''
  const hard = opened.use(
    await openOwnStand({}, noon, async (stand, folder) => {
      await fill(stand, folder, drawings, addressOf)
      lost = await losePicture(stand, folder, addressOf.get('picture-missing') ?? '')
    }),
  )
  const single = opened.use(await openOwnStand({}, noon, fillSingle))
  const large = await served(await largeStand(hard.folder))
  opened.defer(() => void large.server.close())

  const kept = opened.move()
  const pages = [
    ...[...standPages(hard), ...storyPages(hard, addressOf)].map((page) => ({ ...page, lost })),
    ...singlePages(single),
    ...largePages(large.origin),
  ]
  return { pages, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

const bare: NewPublication = {
  slug: 'bare',
  title: 'Bare',
  kind: 'newspaper',
  language: 'en',
  description: '',
  home: null,
  timeZone: 'UTC',
  door: 'open',
  cut: defaultCut,
  ...undescribed,
}

const longNamed: NewPublication = {
  ...bare,
  slug: 'long-named',
  title:
    'Proceedings of the Standing Committee on Harbours, Ferries, Bells and Other Sounds of the Lower Saltmere Islands and Their Approaches',
  kind: 'journal',
  description: `${'It prints what was said, by whom, and how long it took. '.repeat(12)}`,
  rhythm: 'quarterly',
  country: 'GB',
  topics: ['society', 'politics', 'environment', 'science', 'culture', 'work', 'travel', 'weather'],
}

async function fill(
  stand: Stand,
  folder: string,
  drawings: Drawings,
  addressOf: Map<string, string>,
): Promise<void> {
  const hard = { ...bare, slug: 'hard-copy', title: 'Hard Copy', door: 'open' } as const
  await publish(stand, hard, hardStories(drawings), addressOf)
  await publish(stand, bare, [story('bare', { section: '', standfirst: '', topic: null })])
  await publish(stand, longNamed, [story('minutes', { headline: 'Minutes' })])
  const dressed = { ...bare, slug: 'dressed', title: 'مرفأ Dressed', language: 'ar' }
  const publication = await publish(stand, dressed, [story('dressed', {})])
  const covers = new Map([[String(day), drawings.wide]])
  await dress(stand.desk, publication, { from: folder, logo: drawings.tall, covers })
}

async function fillSingle(stand: Stand): Promise<void> {
  await publish(stand, bare, [story('only', { headline: 'The only story there is' })])
}

/** @returns the publication; notes the name of every story in addresses, by its key */
async function publish(
  { desk }: Stand,
  wanted: NewPublication,
  drafts: readonly Draft[],
  addressOf = new Map<string, string>(),
) {
  const { publication } = await desk.publications.findOrAdd(wanted, () => true)
  for (const [at, draft] of drafts.entries()) {
    const entry = { ok: true, draft: { ...draft, position: at + 1 }, remarks: [] } as const
    const entries = [{ entry, from: 'gallery' }]
    const batch = { publication, entries, door: null, publishAt: null, editionName: '' }
    for await (const { story: printed, remarks } of receive(desk, batch)) {
      if (printed === null) throw new Error(`${draft.key}: ${JSON.stringify(remarks)}`)
      addressOf.set(draft.key, printed.story)
    }
  }
  return publication
}

/**
 * As after a disk has lost it: the story names a picture that is not there.
 * @returns its digest
 */
async function losePicture({ stories }: Stand, folder: string, slug: string): Promise<string> {
  const there = { publication: 'hard-copy', edition: String(day), story: slug }
  const found = await stories.byAddress(there)
  if (found === null || found === 'withdrawn' || found.picture === null) {
    throw new Error('The story whose picture goes missing has none.')
  }
  const { digest } = found.picture
  for await (const file of glob(join(folder, `{pictures,masters}/**/${digest}*`))) await rm(file)
  return digest
}

function standPages({ origin }: OpenStand): ShownPage[] {
  const edition = String(day)
  const year = String(day.year)
  const pages: Readonly<Record<string, (locale: string) => string>> = {
    front: (locale) => href(addresses.front, { locale }),
    catalogue: (locale) => href(addresses.publications, { locale }),
    'catalogue-list': (locale) => `${href(addresses.publications, { locale })}?look=list`,
    topic: (locale) => href(addresses.topic, { locale, topic: 'society' }),
    'edition-hard': (locale) =>
      href(addresses.edition, { locale, publication: 'hard-copy', edition }),
    ...Object.fromEntries(
      ['bare', 'long-named', 'dressed', 'hard-copy'].map((publication) => [
        `publication-${publication}`,
        (locale: string) => href(addresses.publication, { locale, publication }),
      ]),
    ),
    'archive-long-named': (locale) =>
      href(addresses.archive, { locale, publication: 'long-named', year }),
  }
  return Object.entries(pages).map(([name, path]) => ({ name, origin, path, status: 200 }))
}

function storyPages({ origin }: OpenStand, addressOf: ReadonlyMap<string, string>): ShownPage[] {
  const edition = String(day)
  return [...addressOf].map(([key, slug]) => ({
    name: `story-${key}`,
    origin,
    path: (locale) =>
      href(addresses.story, { locale, publication: 'hard-copy', edition, story: slug }),
    status: 200,
  }))
}

function singlePages({ origin }: OpenStand): ShownPage[] {
  const pages: Readonly<Record<string, (locale: string) => string>> = {
    'single-front': (locale) => href(addresses.front, { locale }),
    'single-catalogue': (locale) => href(addresses.publications, { locale }),
    'single-topics': (locale) => href(addresses.topics, { locale }),
  }
  return Object.entries(pages).map(([name, path]) => ({ name, origin, path, status: 200 }))
}

/** 9,000 publications, with real covers. */
async function largeStand(folder: string) {
  const blobs = await openDiskBlobs(join(folder, 'covers-of-many'))
  const fonts = join(folder, 'fonts')
  return standOfMany(9_000, { typesetter: openTypesetter({ blobs, fonts, report: () => {} }) })
}

function largePages(origin: string): ShownPage[] {
  const questions = { wall: '', list: '?look=list', chosen: '?kind=magazine&language=nl&page=2' }
  return Object.entries(questions).map(([name, query]) => ({
    name: `large-${name}`,
    origin,
    path: (locale) => href(addresses.publications, { locale }) + query,
    status: 200,
  }))
}
