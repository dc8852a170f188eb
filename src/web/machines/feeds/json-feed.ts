import type { Feed } from './feed.ts'
import type { Told } from './told.ts'

/** The feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function jsonFeedOf(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.page,
    feed_url: feed.json,
    icon: feed.mark,
    language: feed.language,
    authors: [{ name: feed.author }],
    items: feed.stories.map(itemOf),
  })
}

function itemOf(story: Told) {
  const { section, topic, standfirst, picture } = story
  const tags = [section, topic?.label ?? ''].filter((tag) => tag !== '')
  return {
    id: story.id,
    url: story.link,
    title: story.headline,
    content_html: story.content,
    ...(standfirst && { summary: standfirst }),
    ...(picture && { image: picture }),
    date_published: story.published,
    date_modified: story.updated,
    authors: story.authors.map((name) => ({ name })),
    language: story.language,
    ...(tags.length > 0 && { tags }),
  }
}
