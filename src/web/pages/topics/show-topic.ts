import { type ListedPublication, type Topic, topicNamed } from '#catalogue'
import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { savableIn } from '../saved/savable-in.ts'
import { topicSheet } from './topic-page.ts'

const mostStories = 48
const mostCovers = 12

/** A topic that nothing was written on yet has a page that says so; an unknown one has none. */
export function showTopic(needs: PageNeeds): Page {
  return page(addresses.topic, async (c, here) => {
    const { shelves, stories, editions, lay } = needs
    const topic = topicNamed(here.topic)
    if (topic === null) return c.notFound()

    const [counts, newest, all] = await Promise.all([
      stories.topics(),
      stories.onTopic(topic, mostStories),
      shelves.onStand(),
    ])
    const about = publicationsOn(topic, all)
    const covers = await editions.newestOf(about.slice(0, mostCovers).map(({ id }) => id))
    const shelf = covers.toSorted((a, b) =>
      Temporal.PlainDate.compare(b.edition.date, a.edition.date),
    )
    const tongue = c.get('tongue')
    const found = {
      topic,
      count: counts.get(topic) ?? 0,
      stories: newest,
      shelf,
      publications: about.length,
      keep: await savableIn(c, needs, newest),
    }
    return sendPage(c, lay(tongue, topicSheet(tongue, found)), { shared: { shows: 'everything' } })
  })
}

/** Those for which it is the main topic come first. */
function publicationsOn(
  topic: Topic,
  all: readonly ListedPublication[],
): readonly ListedPublication[] {
  const about = all.filter(({ topics }) => topics.includes(topic))
  const place = ({ topics }: ListedPublication) => topics.indexOf(topic)
  return about.toSorted((a, b) => place(a) - place(b))
}
