import type { Kysely, Selectable } from 'kysely'
import {
  type Correction,
  type PublicStory,
  type StoryCard,
  type StoryReader,
  topicNamed,
} from '#catalogue'
import { alikeAmong } from './alike-among.ts'
import {
  dateFrom,
  directionFrom,
  doorFrom,
  instantFrom,
  picturesFrom,
  textsFrom,
} from './columns.ts'
import type { Database } from './database.ts'
import { rankedStories } from './first-stories.ts'
import { newestEditionIds } from './newest-editions.ts'
import { prepared } from './prepared.ts'
import { storyMap } from './story-map.ts'
import type { StoryTable, Tables } from './tables.ts'
import { whileUnchanged } from './while-unchanged.ts'

/** Enough for a front page, whatever the size of the stand. */
const editionsLookedAt = 60
const mostOfOnePublication = 4

export function storyReader(database: Database): StoryReader {
  const { read } = database
  const storyAt = prepared(read, storyByAddress(read))
  const alike = prepared(read, alikeTo(read))
  const remembering = whileUnchanged<Awaited<ReturnType<StoryReader['byAddress']>>>(database, 500)
  const byAddress: StoryReader['byAddress'] = async ({ publication, edition, story }) => {
    const [row] = await storyAt(publication, edition, story)
    if (row === undefined) return null
    if (row.withdrawn_at !== null) return 'withdrawn'
    const corrections = row.revision === 1 ? [] : await correctionsOf(read, row.id)
    return { ...cardFrom(row), ...wholeFrom(row), corrections }
  }
  return {
    byAddress(address) {
      const { publication, edition, story } = address
      return remembering(`${publication}/${edition}/${story}`, () => byAddress(address))
    },

    async byIds(ids) {
      if (ids.length === 0) return new Map()
      const rows = await onStand(read).where('story.id', 'in', ids).execute()
      return new Map(rows.map(cardFrom).map((card) => [card.id, card]))
    },

    async inEdition(editionId) {
      const rows = await onStand(read)
        .where('story.edition_id', '=', editionId)
        .orderBy('story.position')
        .orderBy('story.id')
        .execute()
      return rows.map(cardFrom)
    },

    async latestOf(publicationId, most) {
      const own = onStand(read).where('story.publication_id', '=', publicationId)
      const rows = await newestFirst(own).limit(most).execute()
      return rows.map(cardFrom)
    },

    async newest(most, language) {
      const ids = await newestEditionIds(read, editionsLookedAt, language)
      if (ids.length === 0) return []
      const rows = await onStand(read)
        .innerJoin(rankedStories(read, ids).as('ranked'), 'ranked.id', 'story.id')
        .where('ranked.rank', '<=', mostOfOnePublication)
        .orderBy('edition.date', 'desc')
        .orderBy('ranked.rank')
        .orderBy('story.published_at', 'desc')
        .orderBy('story.id')
        .limit(most)
        .execute()
      return rows.map(cardFrom)
    },

    async latest(most) {
      const rows = await newestFirst(onStand(read)).limit(most).execute()
      return rows.map(cardFrom)
    },

    async onTopic(topic, most) {
      const about = onStand(read).where('story.topic', '=', topic)
      const rows = await newestFirst(about).limit(most).execute()
      return rows.map(cardFrom)
    },

    async translationsOf({ id, work }) {
      if (work === '') return []
      const rows = await onStand(read)
        .where('story.work', '=', work)
        .where('story.id', '!=', id)
        .orderBy('story.language')
        .orderBy('story.published_at')
        .orderBy('story.id')
        .limit(mostTranslations)
        .execute()
      return rows.map(cardFrom)
    },

    async alikeTo(storyId, most) {
      const rows = await alike(storyId, most)
      return rows.map(cardFrom)
    },

    alikeAmong: (ids) => alikeAmong(read, ids),

    ...storyMap(read),
  }
}

/** More of one work than there are languages on a stand is a mistake of a sender. */
const mostTranslations = 50

const newestFirst = (stories: ReturnType<typeof onStand>) =>
  stories.orderBy('story.published_at', 'desc').orderBy('story.position').orderBy('story.id')

/** By the one index that leads straight to it: the edition first, then the story's own name. */
export function storyByAddress(read: Kysely<Tables>) {
  return withNames(read)
    .select(storyColumns)
    .where('story.edition_id', '=', ({ selectFrom }) =>
      selectFrom('edition as here')
        .innerJoin('publication as paper', 'paper.id', 'here.publication_id')
        .select('here.id')
        .where('paper.slug', '=', '')
        .where('here.slug', '=', ''),
    )
    .where('story.slug', '=', '')
}

function alikeTo(read: Kysely<Tables>) {
  return onStand(read)
    .innerJoin('alike', 'alike.other_id', 'story.id')
    .where('alike.story_id', '=', '')
    .orderBy('alike.resemblance', 'desc')
    .orderBy('story.published_at')
    .orderBy('story.id')
    .limit(1)
}

/** What changed and when, newest first; a change that the sender gave no words for has no note. */
async function correctionsOf(read: Kysely<Tables>, storyId: string): Promise<Correction[]> {
  const rows = await read
    .selectFrom('revision')
    .select(['at', 'note'])
    .where('story_id', '=', storyId)
    .where('number', '>', 1)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ at, note }) => ({ at: instantFrom(at), note }))
}

const cardColumns = [
  'story.id',
  'story.slug',
  'story.section',
  'story.headline',
  'story.standfirst',
  'story.language',
  'story.direction',
  'story.door',
  'story.minutes',
  'story.picture',
  'story.topic',
  'story.translated_from',
  'edition.slug as editionSlug',
  'edition.date as editionDate',
  'publication.slug as publicationSlug',
  'publication.title as publicationTitle',
  'publication.language as publicationLanguage',
] as const

const storyColumns = [
  ...cardColumns,
  'story.publication_id',
  'story.edition_id',
  'story.revision',
  'story.bylines',
  'story.lead_html',
  'story.left_paragraphs',
  'story.left_words',
  'story.left_minutes',
  'story.home',
  'story.complete',
  'story.published_at',
  'story.withdrawn_at',
  'story.changed_at',
  'story.work',
  'story.translators',
] as const

function withNames(read: Kysely<Tables>) {
  return read
    .selectFrom('story')
    .innerJoin('edition', 'edition.id', 'story.edition_id')
    .innerJoin('publication', 'publication.id', 'story.publication_id')
}

/** The only way into lists: a withdrawn story is in none. */
function onStand(read: Kysely<Tables>) {
  return withNames(read).select(cardColumns).where('story.withdrawn_at', 'is', null)
}

type CardRow = Pick<
  Selectable<StoryTable>,
  | 'id'
  | 'slug'
  | 'section'
  | 'headline'
  | 'standfirst'
  | 'language'
  | 'direction'
  | 'door'
  | 'minutes'
  | 'picture'
  | 'topic'
  | 'translated_from'
> & {
  editionSlug: string
  editionDate: string
  publicationSlug: string
  publicationTitle: string
  publicationLanguage: string
}

function cardFrom(row: CardRow): StoryCard {
  return {
    id: row.id,
    slug: row.slug,
    editionSlug: row.editionSlug,
    editionDate: dateFrom(row.editionDate),
    publicationSlug: row.publicationSlug,
    publicationTitle: row.publicationTitle,
    publicationLanguage: row.publicationLanguage,
    section: row.section,
    headline: row.headline,
    standfirst: row.standfirst,
    language: row.language,
    direction: directionFrom(row.direction),
    door: doorFrom(row.door),
    minutes: row.minutes,
    picture: picturesFrom(row.picture),
    topic: topicNamed(row.topic),
    translatedFrom: row.translated_from || null,
  }
}

type WholeRow = Omit<Selectable<StoryTable>, keyof CardRow | 'position' | 'withdrawn_by'>

function wholeFrom(row: WholeRow): Omit<PublicStory, keyof StoryCard | 'corrections'> {
  return {
    publicationId: row.publication_id,
    editionId: row.edition_id,
    revision: row.revision,
    bylines: textsFrom(row.bylines),
    lead: row.lead_html,
    left: leftFrom(row),
    publishedAt: instantFrom(row.published_at),
    home: row.home,
    complete: row.complete === 1,
    changedAt: instantFrom(row.changed_at),
    work: row.work,
    translators: textsFrom(row.translators),
  }
}

function leftFrom({ left_paragraphs, left_words, left_minutes }: WholeRow): PublicStory['left'] {
  if (left_paragraphs === null || left_words === null || left_minutes === null) return null
  return { paragraphs: left_paragraphs, words: left_words, minutes: left_minutes }
}
