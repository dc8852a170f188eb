import type { Kysely } from 'kysely'
import type { StoryAddress } from '#catalogue'
import type { ReadyStory, Sheet } from '#desk'
import { newId } from '#ground/ids'
import { freeSlug, slugOf } from '#ground/slug'
import { keepBylines } from './bylines.ts'
import { keepTexts } from './keep-texts.ts'
import { recount } from './on-stand.ts'
import { storyColumns } from './story-rows.ts'
import type { EditionTable, StoryTable, Tables } from './tables.ts'

/** Rows a statement: 31 columns each stay well below the engines' limits of bound values. */
export const rowsAtOnce = 500

/** A story that is new on the stand, and where it goes. */
export interface Placed {
  readonly id: string
  readonly story: ReadyStory
  readonly publicationId: string
  readonly editionId: string
  readonly address: StoryAddress
  readonly position: number
  /** When it was taken in, in milliseconds since the epoch. */
  readonly at: number
}

interface Where {
  readonly sheet: Sheet
  readonly edition: Pick<EditionTable, 'id' | 'slug'>
  /** What is in the edition already. */
  readonly inside: readonly Pick<StoryTable, 'slug' | 'position'>[]
}

export function newEdition({ publication, date, editionName, at }: Sheet): EditionTable {
  const named = slugOf(editionName)
  return {
    id: newId(),
    publication_id: publication.id,
    date: date.toString(),
    slug: named === '' ? date.toString() : `${date}-${named}`,
    name: editionName,
    published_at: at.epochMilliseconds,
    cover: null,
    cover_digest: null,
    stories: 0,
  }
}

/** Gives each story a name and a place of its own in its edition. */
export function placesIn(
  { sheet, edition, inside }: Where,
  stories: readonly ReadyStory[],
): readonly Placed[] {
  const { publication, at } = sheet
  const slugs = new Set(inside.map((row) => row.slug))
  // What comes later in the day goes on top, in the order in which it came.
  const unplaced = stories.filter((story) => story.position === null).length
  const top = inside.reduce((least, row) => Math.min(least, row.position), unplaced + 1)
  let next = top - unplaced
  return stories.map((story) => {
    const slug = freeSlug(slugOf(story.headline) || 'story', (name) => slugs.has(name))
    slugs.add(slug)
    return {
      id: newId(),
      story,
      publicationId: publication.id,
      editionId: edition.id,
      address: { publication: publication.slug, edition: edition.slug, story: slug },
      position: story.position ?? next++,
      at: at.epochMilliseconds,
    }
  })
}

/** Puts stories, of one edition or of many, with their words and bylines. */
export async function insertStories(
  turn: Kysely<Tables>,
  placed: readonly Placed[],
): Promise<void> {
  for (let from = 0; from < placed.length; from += rowsAtOnce) {
    const some = placed.slice(from, from + rowsAtOnce)
    await turn.insertInto('story').values(some.map(storyRow)).execute()
    await keepTexts(
      turn,
      some.map((one) => ({ ...one, revision: 1 })),
    )
    await keepBylines(
      turn,
      some.map(({ id, story: { bylines, publishedAt } }) => ({
        ...{ id, bylines, publishedAt: publishedAt.epochMilliseconds },
      })),
    )
  }
  await recount(
    turn,
    placed.map(({ editionId, story: { topic, publishedAt } }) => ({
      ...{ by: 1, editionId, topic: topic ?? '', publishedAt: publishedAt.epochMilliseconds },
    })),
  )
}

const storyRow = ({ id, story, publicationId, editionId, address, position }: Placed) => ({
  ...storyColumns(story),
  id,
  publication_id: publicationId,
  edition_id: editionId,
  slug: address.story,
  position,
  revision: 1,
  changed_at: story.publishedAt.epochMilliseconds,
})
