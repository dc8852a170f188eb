import { addresses } from '../addresses.ts'
import {
  showBylineFeed,
  showCollectionFeed,
  showPublicationFeed,
  showStandFeed,
  showTopicFeed,
} from '../machines/feeds/show-feed.ts'
import { showListFeed } from '../machines/feeds/show-list-feed.ts'
import { showMineFeed } from '../machines/feeds/show-mine-feed.ts'
import { sendOpenSearch } from '../machines/open-search.ts'
import { sendRobots } from '../machines/robots.ts'
import { showMap } from '../machines/sitemaps/show-map.ts'
import { showHealth } from '../pages/health.ts'
import type { Routing } from './routing.ts'

/** What programs ask for: what there is on the stand, and what is new. */
export function answerMachines({ app, needs, assets }: Routing): void {
  const map = showMap(needs)
  const mark = assets.address('icon-512.png')
  app.get(addresses.health, showHealth(needs))
  app.get(addresses.robots, sendRobots(needs.settings))
  app.get(addresses.openSearch, sendOpenSearch(needs.settings))
  app.get(addresses.sitemap, map.index)
  app.get(addresses.sitemapFile, map.file)
  // Before the feeds of a locale: "mine" is none.
  app.get(addresses.mineFeed, showMineFeed(needs, mark))
  app.get(addresses.sharedListFeed, showListFeed(needs, mark))
  app.get(addresses.standFeed, showStandFeed(needs, mark))
  app.get(addresses.publicationFeed, showPublicationFeed(needs, mark))
  app.get(addresses.topicFeed, showTopicFeed(needs, mark))
  app.get(addresses.bylineFeed, showBylineFeed(needs, mark))
  app.get(addresses.collectionFeed, showCollectionFeed(needs, mark))
}
