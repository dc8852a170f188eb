import type { Kysely } from 'kysely'
import { type StoryReader, topicNamed } from '#catalogue'
import { instantFrom } from './columns.ts'
import { portionByPortion } from './in-portions.ts'
import { dayOf, startOfDay } from './on-stand.ts'
import type { Tables } from './tables.ts'

/** Where everything on the stand is, and how much of it there is. */
export function storyMap(read: Kysely<Tables>): Pick<StoryReader, 'topics' | 'months' | 'inMonth'> {
  return {
    async topics() {
      const rows = await read
        .selectFrom('topic_count')
        .selectAll()
        .where('topic', '!=', '')
        .where('stories', '>', 0)
        .execute()
      return new Map(
        rows.flatMap((row) => {
          const topic = topicNamed(row.topic)
          return topic === null ? [] : [[topic, row.stories] as const]
        }),
      )
    },

    async months() {
      const rows = await daysOf(read).execute()
      const found = new Map<string, number>()
      for (const { day, stories } of rows) {
        const month = instantFrom(startOfDay(day)).toZonedDateTimeISO('UTC').toPlainDate()
        const name = month.toPlainYearMonth().toString()
        found.set(name, (found.get(name) ?? 0) + stories)
      }
      return [...found].map(([month, stories]) => ({ month, stories }))
    },

    async inMonth(written, { skip, most }) {
      const month = Temporal.PlainYearMonth.from(written)
      const [from, until] = [startOf(month), startOf(month.add({ months: 1 }))]
      const first = await beginning(read, { from, until, skip })
      if (first === null) return []
      let left = most
      const rows = await portionByPortion<Place>(rowsAtOnce, async (last) => {
        const some = await placesFrom(read, last ?? first, until)
          .limit(Math.min(left, rowsAtOnce))
          .execute()
        left -= some.length
        return some
      })
      return rows.map(({ slug, editionSlug, publicationSlug, changed_at }) => ({
        ...{ slug, editionSlug, publicationSlug, changedAt: instantFrom(changed_at) },
      }))
    },
  }
}

const rowsAtOnce = 100

/** A place in the order of a month; the story with this id stands before it. */
interface At {
  readonly published_at: number | string
  readonly id: string
}

type Place = Awaited<ReturnType<ReturnType<typeof placesFrom>['execute']>>[number]

function placesFrom(read: Kysely<Tables>, { published_at, id }: At, until: number) {
  return read
    .selectFrom('story')
    .innerJoin('edition', 'edition.id', 'story.edition_id')
    .innerJoin('publication', 'publication.id', 'story.publication_id')
    .select(['story.id', 'story.published_at', 'story.slug', 'story.changed_at'])
    .select(['edition.slug as editionSlug', 'publication.slug as publicationSlug'])
    .where('story.withdrawn_at', 'is', null)
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('story.published_at', 'story.id'), '>', tuple(Number(published_at), id)),
    )
    .where('story.published_at', '<', until)
    .orderBy('story.published_at')
    .orderBy('story.id')
}

interface Skipped {
  readonly from: number
  readonly until: number
  readonly skip: number
}

/** After how many stories of a month this is: over its days by their counts, then within one. */
async function beginning(read: Kysely<Tables>, { from, until, skip }: Skipped): Promise<At | null> {
  if (skip === 0) return { published_at: from, id: '' }
  const days = await daysOf(read)
    .where('day', '>=', dayOf(from))
    .where('day', '<', dayOf(until))
    .execute()
  let left = skip
  for (const { day, stories } of days) {
    if (left < stories) return lastSkipped(read, startOfDay(day), left)
    left -= stories
  }
  return null
}

/** The index alone answers, and no more of it is passed over than a day has. */
async function lastSkipped(
  read: Kysely<Tables>,
  published_at: number,
  skip: number,
): Promise<At | null> {
  if (skip === 0) return { published_at, id: '' }
  const row = await read
    .selectFrom('story')
    .select(['published_at', 'id'])
    .where('withdrawn_at', 'is', null)
    .where('published_at', '>=', published_at)
    .orderBy('published_at')
    .orderBy('id')
    .offset(skip - 1)
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

const daysOf = (read: Kysely<Tables>) =>
  read.selectFrom('day_count').selectAll().where('stories', '>', 0).orderBy('day')

const startOf = (month: Temporal.PlainYearMonth) =>
  month.toPlainDate({ day: 1 }).toZonedDateTime('UTC').epochMilliseconds
