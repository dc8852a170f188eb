import { join } from 'node:path'
import type { StoryAddress } from '#catalogue'
import { chanceFrom } from '#ground/chance'
import { openSqlite } from '#storage'

export interface StandSample {
  readonly count: number
  readonly stories: readonly StoryAddress[]
  readonly topics: readonly string[]
}

/** Some stories of a stand, of all its time, and its topics: the same with the same stand. */
export async function sampleOfStand(folder: string, times: number): Promise<StandSample> {
  await using database = openSqlite(join(folder, 'kiosk.db'))
  const chance = chanceFrom(11)
  const onStand = database.read.selectFrom('story').where('withdrawn_at', 'is', null)
  const { count, oldest, newest } = await onStand
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.min('published_at').as('oldest'),
      fn.max('published_at').as('newest'),
    ])
    .executeTakeFirstOrThrow()
  const stories: StoryAddress[] = []
  for (let look = 0; look < times * 2; look += 1) {
    const at = Number(oldest) + Math.floor(chance.share() * (Number(newest) - Number(oldest)))
    const row = await onStand
      .innerJoin('publication', 'publication.id', 'story.publication_id')
      .innerJoin('edition', 'edition.id', 'story.edition_id')
      .select(['publication.slug as publication', 'edition.slug as edition', 'story.slug as story'])
      .where('story.published_at', '>=', at)
      .orderBy('story.published_at')
      .limit(1)
      .executeTakeFirst()
    if (row !== undefined) stories.push(row)
  }
  const topics = await onStand.select('topic').distinct().where('topic', '<>', '').execute()
  return { count: Number(count), stories, topics: topics.map(({ topic }) => topic) }
}
