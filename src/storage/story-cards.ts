import type { Selectable } from 'kysely'
import { type OpenableCard, type PublicStory, type StoryCard, topicNamed } from '#catalogue'
import {
  dateFrom,
  directionFrom,
  doorFrom,
  instantFrom,
  picturesFrom,
  textsFrom,
} from './columns.ts'
import type { StoryTable } from './tables.ts'

/** What a list reads of a story, with the names of where it stands. */
export const cardColumns = [
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

/** What is read besides to open it. */
export const openableColumns = [
  'story.publication_id',
  'story.edition_id',
  'story.revision',
  'story.bylines',
  'story.left_paragraphs',
  'story.left_words',
  'story.left_minutes',
] as const

/** What its page reads. */
export const storyColumns = [
  ...cardColumns,
  ...openableColumns,
  'story.lead_html',
  'story.home',
  'story.complete',
  'story.published_at',
  'story.withdrawn_at',
  'story.changed_at',
  'story.work',
  'story.translators',
] as const

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

export function cardFrom(row: CardRow): StoryCard {
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

type OpenableRow = CardRow &
  Pick<
    Selectable<StoryTable>,
    | 'publication_id'
    | 'edition_id'
    | 'revision'
    | 'bylines'
    | 'left_paragraphs'
    | 'left_words'
    | 'left_minutes'
  >

export function openableFrom(row: OpenableRow): OpenableCard {
  return {
    ...cardFrom(row),
    publicationId: row.publication_id,
    editionId: row.edition_id,
    revision: row.revision,
    bylines: textsFrom(row.bylines),
    left: leftFrom(row),
  }
}

type WholeRow = Omit<Selectable<StoryTable>, keyof OpenableRow | 'position' | 'withdrawn_by'>

export function wholeFrom(row: WholeRow): Omit<PublicStory, keyof OpenableCard | 'corrections'> {
  return {
    lead: row.lead_html,
    publishedAt: instantFrom(row.published_at),
    home: row.home,
    complete: row.complete === 1,
    changedAt: instantFrom(row.changed_at),
    work: row.work,
    translators: textsFrom(row.translators),
  }
}

function leftFrom({ left_paragraphs, left_words, left_minutes }: OpenableRow): PublicStory['left'] {
  if (left_paragraphs === null || left_words === null || left_minutes === null) return null
  return { paragraphs: left_paragraphs, words: left_words, minutes: left_minutes }
}
