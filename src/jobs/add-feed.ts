import type { Door } from '#catalogue'
import type { Answer, Said } from '#desk'
import { bad, good, type Outcome } from '#ground/outcome'
import type { Feed } from '#ingest'
import { askFeed } from './ask-feed.ts'
import { type PollNeeds, spread } from './poll-feeds.ts'
import { summaryOf } from './summary.ts'

export interface NewFeedWork {
  readonly address: string
  readonly said: Said
  readonly door: Door | null
}

/** Puts what the feed holds on the stand and has it polled from now on; or says why not. */
export async function addFeed(
  needs: PollNeeds,
  { address, said, door }: NewFeedWork,
): Promise<Outcome<{ feed: Feed; answers: readonly Answer[] }, string>> {
  const { feeds, clock, everyMinutes, random } = needs
  if ((await feeds.byAddress(address)) !== null) return bad(`"${address}" is polled already.`)
  const asked = await askFeed(needs, { address, said, door, etag: null, lastModified: null })
  if (!asked.ok) return asked
  const { publication, answers, etag, lastModified } = asked.value
  if (publication === null) return bad('There is no story in this feed.')

  const at = clock()
  const nextAt = at.add({ seconds: spread(everyMinutes * 60, random()) })
  const publicationId = publication.id
  const feed = await feeds.add({ address: asked.value.address, publicationId, door, nextAt })
  if (feed === null) return bad(`"${asked.value.address}" is polled already.`)
  const seen = { etag, lastModified, address: feed.address }
  await feeds.polled(feed.id, { at, nextAt, failures: 0, outcome: summaryOf(answers), ...seen })
  return good({ feed, answers })
}
