import type { PublishedPictures } from '#desk'
import type { Database } from './database.ts'

/** Values in one question: both engines know limits, and nobody shall wait for one long answer. */
const mostAsked = 200

/** Read in pieces, so that a list of any length holds nobody up. */
export function publishedPictures({ read }: Database): PublishedPictures {
  /** Of each picture the moment at which the newest story that shows it came out. */
  const shown = () =>
    read
      .selectFrom('picture_use')
      .innerJoin('story', 'story.id', 'picture_use.story_id')
      .select(['picture_use.digest'])
      .select(({ fn }) => [
        fn.max('story.published_at').as('newest'),
        fn.min('story.position').as('place'),
      ])
      .where('story.withdrawn_at', 'is', null)
      .groupBy('picture_use.digest')

  async function inOrder(
    all: readonly string[],
    column: 'picture_use.story_id' | 'picture_use.digest',
  ): Promise<readonly string[]> {
    const found = new Map<string, { newest: number; place: number }>()
    for (let from = 0; from < all.length; from += mostAsked) {
      const rows = await shown()
        .where(column, 'in', all.slice(from, from + mostAsked))
        .execute()
      for (const { digest, newest, place } of rows) {
        const known = found.get(digest)
        if (known !== undefined && known.newest >= Number(newest)) continue
        found.set(digest, { newest: Number(newest), place: Number(place) })
      }
    }
    return [...found]
      .sort(([, a], [, b]) => b.newest - a.newest || a.place - b.place)
      .map(([digest]) => digest)
  }

  return {
    inStories: (ids) => inOrder(ids, 'picture_use.story_id'),
    newestFirst: (digests) => inOrder(digests, 'picture_use.digest'),
  }
}
