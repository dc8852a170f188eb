import type { Kysely } from 'kysely'
import { type StoryReader, topicNamed } from '#catalogue'
import { instantFrom } from './columns.ts'
import type { Tables } from './tables.ts'

/** Where everything on the stand is, and how much of it there is. */
export function storyMap(read: Kysely<Tables>): Pick<StoryReader, 'topics' | 'months' | 'inMonth'> {
  const onStand = () => read.selectFrom('story').where('story.withdrawn_at', 'is', null)
  return {
    async topics() {
      const rows = await onStand()
        .select(({ fn }) => ['story.topic', fn.countAll().as('stories')])
        .where('story.topic', '!=', '')
        .groupBy('story.topic')
        .execute()
      return new Map(
        rows.flatMap((row) => {
          const topic = topicNamed(row.topic)
          return topic === null ? [] : [[topic, Number(row.stories)] as const]
        }),
      )
    },

    async months() {
      const found: { month: string; stories: number }[] = []
      // From one month that has stories to the next that has.
      for (let from = beginning; ; ) {
        const row = await onStand()
          .select('story.published_at')
          .where('story.published_at', '>=', from)
          .orderBy('story.published_at')
          .limit(1)
          .executeTakeFirst()
        if (row === undefined) return found
        const month = monthOf(row.published_at)
        from = startOf(month.add({ months: 1 }))
        const { stories } = await onStand()
          .select(({ fn }) => fn.countAll().as('stories'))
          .where('story.published_at', '>=', startOf(month))
          .where('story.published_at', '<', from)
          .executeTakeFirstOrThrow()
        found.push({ month: month.toString(), stories: Number(stories) })
      }
    },

    async inMonth(written, { skip, most }) {
      const month = Temporal.PlainYearMonth.from(written)
      const rows = await onStand()
        .innerJoin('edition', 'edition.id', 'story.edition_id')
        .innerJoin('publication', 'publication.id', 'story.publication_id')
        .select(['story.slug', 'story.changed_at'])
        .select(['edition.slug as editionSlug', 'publication.slug as publicationSlug'])
        .where('story.published_at', '>=', startOf(month))
        .where('story.published_at', '<', startOf(month.add({ months: 1 })))
        .orderBy('story.published_at')
        .orderBy('story.id')
        .offset(skip)
        .limit(most)
        .execute()
      return rows.map(({ changed_at, ...place }) => ({
        ...place,
        changedAt: instantFrom(changed_at),
      }))
    },
  }
}

/** A moment before anything was written. */
const beginning = Number.MIN_SAFE_INTEGER

const monthOf = (moment: number | string) =>
  instantFrom(moment).toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth()

const startOf = (month: Temporal.PlainYearMonth) =>
  month.toPlainDate({ day: 1 }).toZonedDateTime('UTC').epochMilliseconds
