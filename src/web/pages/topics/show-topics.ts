import { topics } from '#catalogue'
import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { topicsSheet } from './topics-page.ts'

export function showTopics(needs: PageNeeds): Page {
  return page(addresses.topics, async (c) => {
    const { stories, lay } = needs
    const counts = await stories.topics()
    const found = await Promise.all(
      topics.map(async (topic) => {
        const [newest] = counts.has(topic) ? await stories.onTopic(topic, 1) : []
        return { topic, count: counts.get(topic) ?? 0, newest: newest ?? null }
      }),
    )
    const tongue = c.get('tongue')
    const shared = { shows: 'everything' }
    return sendPage(c, lay(tongue, topicsSheet(tongue, found)), { shared })
  })
}
