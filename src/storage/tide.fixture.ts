import { defaultCut, type Publication, undescribed } from '#catalogue'
import {
  type Answer,
  type Batch,
  type NewPublication,
  type PictureKeeper,
  type ReceiveNeeds,
  readyStory,
  receive,
  type Sheet,
} from '#desk'
import { type Draft, type DraftBlock, seal, unclassified } from '#ingest'
import type { Database } from './database.ts'
import { press } from './press.ts'
import { publicationDesk } from './publication-desk.ts'

export const noon = Temporal.Instant.from('2031-04-02T12:00:00Z')

/** Keeps every picture without looking at it: its digest is its address. */
export const trustingKeeper: PictureKeeper = {
  async keep(from) {
    const size = { width: 960, height: 640, widths: [480, 960] }
    return { ok: true, value: { digest: from, ...size, thumbhash: '', tone: '#808080' } }
  },
}

export function paragraphs(count: number, words = 'the tide went out'): DraftBlock[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'paragraph',
    html: `Paragraph ${index + 1}: ${words}.`,
  }))
}

/** A complete story of ten paragraphs, changed where a test needs it. */
export function draftOf(key: string, changed: Partial<Draft> = {}): Draft {
  return seal({
    key,
    headline: `Low water ${key}`,
    standfirst: 'A walk on the sea floor.',
    bylines: ['Ana Tidewater'],
    section: 'Harbour',
    ...unclassified,
    language: 'en',
    direction: 'ltr',
    publishedAt: Temporal.Instant.from('2031-04-02T06:00:00Z'),
    editionDate: null,
    position: null,
    door: null,
    home: null,
    complete: true,
    blocks: paragraphs(10),
    hold: null,
    cancelled: false,
    version: null,
    ...changed,
  })
}

export const tide: NewPublication = {
  slug: 'tide',
  title: 'The Tide',
  kind: 'newspaper',
  language: 'en',
  description: 'News from the water’s edge.',
  home: null,
  timeZone: 'Europe/Amsterdam',
  door: 'plan',
  cut: defaultCut,
  ...undescribed,
}

export async function addTide(database: Database): Promise<Publication> {
  const { publication } = await publicationDesk(database).findOrAdd(tide, () => true)
  return publication
}

export function deskOf(database: Database, at = noon): ReceiveNeeds {
  return { press: press(database), pictures: trustingKeeper, clock: () => at }
}

/** Takes drafts in and gives all the answers. */
export async function takeIn(
  database: Database,
  publication: Publication,
  drafts: readonly Draft[],
  { at = noon, ...changed }: Partial<Batch> & { at?: Temporal.Instant } = {},
): Promise<Answer[]> {
  const entries = drafts.map((draft) => ({
    entry: { ok: true, draft, remarks: [] } as const,
    from: 'test',
  }))
  const batch = {
    publication,
    entries,
    door: null,
    publishAt: null,
    editionName: '',

    ...changed,
  }
  return Array.fromAsync(receive(deskOf(database, at), batch))
}

/** An edition that was not there before, of stories without pictures. */
export const sheetOf = (
  publication: Publication,
  date: string,
  drafts: readonly Draft[],
): Sheet => ({
  publication,
  date: Temporal.PlainDate.from(date),
  editionName: '',
  released: false,
  at: noon,
  stories: drafts.map((draft) =>
    readyStory({
      publication,
      draft,
      bodies: draft.blocks.flatMap((block) => (block.kind === 'picture' ? [] : [block])),
      before: [],
      door: null,
      note: '',
      at: noon,
    }),
  ),
})

export const effectsOf = (answers: readonly Answer[]) => answers.map((answer) => answer.effect)
