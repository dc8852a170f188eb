import { type Block, plainTextOf, topicNamed } from '#catalogue'
import type { DocumentReader, SearchDocument } from '#search'
import { dateFrom, doorFrom, instantFrom, kindFrom, textsFrom } from '../columns.ts'
import type { Database } from '../database.ts'

/** Behind the wall: given to what keeps the search index and to what compares stories. */
export function documentReader({ read }: Database): DocumentReader {
  const all = read
    .selectFrom('story')
    .innerJoin('publication', 'publication.id', 'story.publication_id')
    .innerJoin('edition', 'edition.id', 'story.edition_id')
    .innerJoin('revision', (join) =>
      join
        .onRef('revision.story_id', '=', 'story.id')
        .onRef('revision.number', '=', 'story.revision'),
    )
    .innerJoin('rest', (join) =>
      join.onRef('rest.story_id', '=', 'story.id').onRef('rest.revision', '=', 'story.revision'),
    )
    .select([
      'story.id',
      'story.publication_id',
      'publication.title',
      'publication.kind',
      'story.language',
      'story.topic',
      'story.door',
      'story.section',
      'story.bylines',
      'story.headline',
      'story.standfirst',
      'revision.lead_blocks',
      'rest.blocks',
      'story.minutes',
      'edition.date',
      'story.published_at',
    ])
    .where('story.withdrawn_at', 'is', null)
  return {
    async of(storyIds) {
      if (storyIds.length === 0) return []
      const rows = await all.where('story.id', 'in', storyIds).execute()
      return rows.map(documentFrom)
    },
    async after(last, most) {
      const from =
        last === null
          ? all
          : all.where(({ eb, or, and }) => {
              const at = last.publishedAt.epochMilliseconds
              // An index is gone into by what has to be true; a choice of two is only looked at.
              const since = eb('story.published_at', '>=', at)
              const later = eb('story.published_at', '>', at)
              return and([since, or([later, eb('story.id', '>', last.storyId)])])
            })
      const rows = await from
        .orderBy('story.published_at')
        .orderBy('story.id')
        .limit(most)
        .execute()
      return rows.map(documentFrom)
    },
    async count() {
      const row = await read
        .selectFrom('story')
        .where('withdrawn_at', 'is', null)
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
      return Number(row.count)
    },
  }
}

interface Row {
  readonly id: string
  readonly publication_id: string
  readonly title: string
  readonly kind: string
  readonly language: string
  readonly topic: string
  readonly door: string
  readonly section: string
  readonly bylines: string
  readonly headline: string
  readonly standfirst: string
  readonly lead_blocks: string
  readonly blocks: string
  readonly minutes: number
  readonly date: string
  readonly published_at: number
}

function documentFrom(row: Row): SearchDocument {
  return {
    storyId: row.id,
    publicationId: row.publication_id,
    publicationTitle: row.title,
    kind: kindFrom(row.kind),
    language: row.language,
    topic: topicNamed(row.topic),
    door: doorFrom(row.door),
    section: row.section,
    bylines: textsFrom(row.bylines),
    headline: row.headline,
    standfirst: row.standfirst,
    lead: textIn(row.lead_blocks),
    rest: textIn(row.blocks),
    minutes: row.minutes,
    date: dateFrom(row.date),
    publishedAt: instantFrom(row.published_at),
  }
}

/** JSON that this program wrote itself; its type is that of the writer in story-rows.ts. */
function textIn(column: string): string {
  const blocks: readonly Block[] = JSON.parse(column)
  return blocks.map(plainTextOf).join('\n')
}
