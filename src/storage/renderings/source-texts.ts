import type { Block } from '#catalogue'
import type { SourceTexts } from '#translate'
import type { Database } from '../database.ts'

/** Behind the wall: given to what looks after kept translations, and to nothing else. */
export function sourceTexts({ read }: Database): SourceTexts {
  return {
    async of(storyIds) {
      if (storyIds.length === 0) return []
      const rows = await read
        .selectFrom('story')
        .innerJoin('revision', (join) =>
          join
            .onRef('revision.story_id', '=', 'story.id')
            .onRef('revision.number', '=', 'story.revision'),
        )
        .innerJoin('rest', (join) =>
          join
            .onRef('rest.story_id', '=', 'story.id')
            .onRef('rest.revision', '=', 'story.revision'),
        )
        .select(['story.id', 'story.publication_id', 'story.language'])
        .select(['story.headline', 'story.standfirst', 'revision.lead_blocks', 'rest.blocks'])
        .where('story.id', 'in', storyIds)
        .where('story.withdrawn_at', 'is', null)
        .execute()
      return rows.map(({ id, publication_id, lead_blocks, blocks, ...said }) => ({
        ...said,
        storyId: id,
        publicationId: publication_id,
        blocks: [...blocksFrom(lead_blocks), ...blocksFrom(blocks)],
      }))
    },
  }
}

/** JSON that this program wrote itself; its type is that of the writer in story-rows.ts. */
function blocksFrom(column: string): readonly Block[] {
  return JSON.parse(column)
}
