import type { ReadyStory } from '#desk'
import type { RevisionTable, StoryTable, Tables } from './tables.ts'

export interface StoryPlace {
  readonly id: string
  readonly publicationId: string
  readonly editionId: string
}

type OwnColumns = Omit<
  StoryTable,
  'id' | 'publication_id' | 'edition_id' | 'slug' | 'position' | 'revision' | 'changed_at'
>

/** The columns that a revision of a story decides. */
export function storyColumns(story: ReadyStory): OwnColumns {
  return {
    section: story.section,
    headline: story.headline,
    standfirst: story.standfirst,
    bylines: JSON.stringify(story.bylines),
    language: story.language,
    direction: story.direction,
    door: story.door,
    minutes: story.minutes,
    picture: story.picture === null ? null : JSON.stringify(story.picture),
    lead_html: story.lead.html,
    left_paragraphs: story.left?.paragraphs ?? null,
    left_words: story.left?.words ?? null,
    left_minutes: story.left?.minutes ?? null,
    home: story.home,
    complete: story.complete ? 1 : 0,
    published_at: story.publishedAt.epochMilliseconds,
    withdrawn_at: null,
    withdrawn_by: null,
    topic: story.topic ?? '',
    work: story.work,
    translated_from: story.translatedFrom ?? '',
    translators: JSON.stringify(story.translators),
  }
}

export function revisionRow(
  story: ReadyStory,
  id: string,
  number: number,
  at: number,
): RevisionTable {
  return {
    story_id: id,
    number,
    at,
    note: story.note,
    headline: story.headline,
    standfirst: story.standfirst,
    lead_blocks: JSON.stringify(story.lead.blocks),
    block_marks: JSON.stringify(story.marks),
  }
}

export function restRow(story: ReadyStory, id: string, revision: number): Tables['rest'] {
  const { blocks, html } = story.rest
  return { story_id: id, revision, html, blocks: JSON.stringify(blocks) }
}

export function pictureRows(story: ReadyStory, id: string): Tables['picture_use'][] {
  const rows = (['lead', 'rest'] as const).flatMap((place) =>
    [...new Set(story[place].pictures)].map((digest) => ({ digest, story_id: id, place })),
  )
  return rows
}
