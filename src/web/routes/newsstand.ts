import { addresses } from '../addresses.ts'
import { showAbout } from '../pages/about/show.ts'
import { accessibilitySheet } from '../pages/accessibility/page.ts'
import { showByline } from '../pages/bylines/show.ts'
import { sendToLocale } from '../pages/choose-locale.ts'
import { showCollection } from '../pages/collections/show-collection.ts'
import { showCollections } from '../pages/collections/show-collections.ts'
import { showEdition } from '../pages/edition/show.ts'
import { showFront } from '../pages/front/show.ts'
import { showPlayer } from '../pages/player/show.ts'
import { privacySheet } from '../pages/privacy/page.ts'
import { showPublication } from '../pages/publication/show.ts'
import { showArchive } from '../pages/publication/show-archive.ts'
import { showPublications } from '../pages/publications/show.ts'
import { readingSheet } from '../pages/reading/page.ts'
import { sendSuggestions } from '../pages/search/send-suggestions.ts'
import { showSearch } from '../pages/search/show.ts'
import { showPlain } from '../pages/show-plain.ts'
import { sendNarration } from '../pages/story/narration/send-narration.ts'
import { sendSound } from '../pages/story/narration/send-sound.ts'
import { sendCsl, sendRis } from '../pages/story/send-citation.ts'
import { showStory } from '../pages/story/show.ts'
import { showTranslation } from '../pages/story/translation/show.ts'
import { showTopic } from '../pages/topics/show-topic.ts'
import { showTopics } from '../pages/topics/show-topics.ts'
import type { Routing } from './routing.ts'

/** What everybody comes for: what is on the stand, and about it. */
export function answerNewsstand({ app, needs }: Routing): void {
  app.get(addresses.root, sendToLocale(needs.settings))
  app.get(addresses.front, showFront(needs))
  app.get(addresses.search, showSearch(needs))
  app.get(addresses.searchSuggestions, sendSuggestions(needs))
  app.get(addresses.collections, showCollections(needs))
  app.get(addresses.collection, showCollection(needs))
  app.get(addresses.topics, showTopics(needs))
  app.get(addresses.topic, showTopic(needs))
  app.get(addresses.publications, showPublications(needs))
  app.get(addresses.publication, showPublication(needs))
  app.get(addresses.archive, showArchive(needs))
  app.get(addresses.edition, showEdition(needs))
  app.get(addresses.story, showStory(needs))
  app.get(addresses.storyIn, showTranslation(needs))
  app.get(addresses.narration, sendNarration(needs))
  app.get(addresses.narrationSound, sendSound(needs))
  app.get(addresses.byline, showByline(needs))
  app.get(addresses.player, showPlayer(needs))
  app.get(addresses.citationRis, sendRis(needs))
  app.get(addresses.citationCsl, sendCsl(needs))
  app.get(addresses.about, showAbout(needs))
  app.get(addresses.accessibility, showPlain(needs, addresses.accessibility, accessibilitySheet))
  app.get(addresses.readingSettings, showPlain(needs, addresses.readingSettings, readingSheet))
  app.get(addresses.privacy, showPlain(needs, addresses.privacy, privacySheet))
}
