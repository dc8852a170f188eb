import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** A story that came on the stand (1) or left it (-1). */
export interface Moved {
  readonly by: 1 | -1
  readonly editionId: string
  readonly topic: string
  /** Milliseconds since the epoch. */
  readonly publishedAt: number
}

/** Whether anything of an edition is left on the stand: a literal, so that its index is of use. */
export const hasStory = ({ eb }: ExpressionBuilder<Tables, 'edition'>) =>
  eb('edition.stories', '>', sql.lit(0))

const dayLength = 86_400_000

/** In days since 1970, UTC. */
export const dayOf = (moment: number): number => Math.floor(moment / dayLength)
/** In milliseconds since the epoch. */
export const startOfDay = (day: number): number => day * dayLength

/** Rows of a statement, and values in a list: below the engines' limits. */
const rowsAtOnce = 500

/** Keeps what is counted of the stand true, in the transaction that moves these stories. */
export async function recount(turn: Kysely<Tables>, moved: readonly Moved[]): Promise<void> {
  if (moved.length === 0) return
  const topics = sumsBy(moved, ({ topic }) => topic).map(([topic, stories]) => ({ topic, stories }))
  const days = sumsBy(moved, ({ publishedAt }) => dayOf(publishedAt))
  await turn
    .insertInto('topic_count')
    .values(topics)
    .onConflict((clash) =>
      clash.column('topic').doUpdateSet(({ eb, ref }) => ({
        stories: eb('topic_count.stories', '+', ref('excluded.stories')),
      })),
    )
    .execute()
  for (const some of portions(days.map(([day, stories]) => ({ day, stories })))) {
    await turn
      .insertInto('day_count')
      .values(some)
      .onConflict((clash) =>
        clash.column('day').doUpdateSet(({ eb, ref }) => ({
          stories: eb('day_count.stories', '+', ref('excluded.stories')),
        })),
      )
      .execute()
  }
  for (const some of portions([...new Set(moved.map(({ editionId }) => editionId))]))
    await recountEditions(turn, some)
}

function sumsBy<Key>(moved: readonly Moved[], keyOf: (one: Moved) => Key): [Key, number][] {
  const sums = new Map<Key, number>()
  for (const one of moved) sums.set(keyOf(one), (sums.get(keyOf(one)) ?? 0) + one.by)
  return [...sums]
}

const portions = <Value>(all: readonly Value[]): Value[][] =>
  Array.from({ length: Math.ceil(all.length / rowsAtOnce) }, (_, at) =>
    all.slice(at * rowsAtOnce, (at + 1) * rowsAtOnce),
  )

async function recountEditions(turn: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  const touched = await turn
    .updateTable('edition')
    .set(({ selectFrom }) => ({
      stories: selectFrom('story')
        .select(({ fn }) => fn.countAll<number>().as('stories'))
        .whereRef('story.edition_id', '=', 'edition.id')
        .where('story.withdrawn_at', 'is', null),
    }))
    .where('id', 'in', ids)
    .returning('publication_id')
    .execute()
  const publications = [...new Set(touched.map(({ publication_id }) => publication_id))]
  await turn.deleteFrom('on_stand').where('publication_id', 'in', publications).execute()
  await turn
    .insertInto('on_stand')
    .columns([
      ...(['publication_id', 'first_date', 'before_date'] as const),
      ...(['newest_date', 'newest_at', 'newest_id'] as const),
    ])
    .expression(extentOf(turn, publications))
    .execute()
}

/** Of each of these publications that has something on the stand: its days, and its newest edition. */
function extentOf(turn: Kysely<Tables>, publicationIds: readonly string[]) {
  const own = ({ selectFrom }: ExpressionBuilder<Tables, 'publication'>) =>
    selectFrom('edition').whereRef('edition.publication_id', '=', 'publication.id').where(hasStory)
  return turn
    .selectFrom('publication')
    .innerJoin('edition as newest', (join) =>
      join.on('newest.id', '=', (eb) =>
        own(eb)
          .select('edition.id')
          .orderBy('edition.date', 'desc')
          .orderBy('edition.slug', 'desc')
          .limit(1),
      ),
    )
    .where('publication.id', 'in', publicationIds)
    .select((eb) => [
      'publication.id',
      own(eb)
        .select(({ fn }) => fn.min('edition.date').as('date'))
        .as('first_date'),
      own(eb)
        .select(({ fn }) => fn.max('edition.date').as('date'))
        .where('edition.date', '<', sql.ref<string>('newest.date'))
        .as('before_date'),
      'newest.date',
      'newest.published_at',
      'newest.id as newest_id',
    ])
}
