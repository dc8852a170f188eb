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
      const row = await onStand()
        .select(({ fn }) => [
          fn.min('story.published_at').as('first'),
          fn.max('story.published_at').as('last'),
        ])
        .executeTakeFirst()
      if (row?.first == null || row.last == null) return []
      const found: { month: string; stories: number }[] = []
      for (const month of monthsBetween(row.first, row.last)) {
        const { stories } = await onStand()
          .select(({ fn }) => fn.countAll().as('stories'))
          .where('story.published_at', '>=', startOf(month))
          .where('story.published_at', '<', startOf(month.add({ months: 1 })))
          .executeTakeFirstOrThrow()
        if (Number(stories) > 0) found.push({ month: month.toString(), stories: Number(stories) })
      }
      return found
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

function* monthsBetween(first: number | string, last: number | string) {
  const end = monthOf(last)
  for (
    let month = monthOf(first);
    Temporal.PlainYearMonth.compare(month, end) <= 0;
    month = month.add({ months: 1 })
  ) {
    yield month
  }
}

const monthOf = (moment: number | string) =>
  instantFrom(moment).toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth()

const startOf = (month: Temporal.PlainYearMonth) =>
  month.toPlainDate({ day: 1 }).toZonedDateTime('UTC').epochMilliseconds
