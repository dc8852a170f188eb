import type { Answer } from '#desk'
import type { Feed, FeedBook } from '#ingest'
import { askFeed } from './ask-feed.ts'
import type { ImportNeeds } from './import-source.ts'
import { summaryOf } from './summary.ts'

export interface PollNeeds extends ImportNeeds {
  readonly feeds: FeedBook
  /** Minutes between two polls of a feed that works. */
  readonly everyMinutes: number
  /** 0 to 1, drawn anew each time: spreads the polls. */
  readonly random: () => number
}

export interface PollReport {
  readonly feed: Feed
  readonly outcome: string
  readonly answers: readonly Answer[]
}

/** Feeds polled in one round, one after the other. */
const mostInARound = 20

/** No other process takes a feed while this one may still be at it. */
const turnMinutes = 15

/** Polls every feed whose time has come; gives a report for each. */
export async function* pollDue(needs: PollNeeds): AsyncGenerator<PollReport> {
  const at = needs.clock()
  const due = await needs.feeds.takeDue(at, at.add({ minutes: turnMinutes }), mostInARound)
  for (const feed of due) yield await pollFeed(needs, feed)
}

/** Asks one feed for news, publishes it, and writes down when to ask again. */
async function pollFeed(needs: PollNeeds, feed: Feed): Promise<PollReport> {
  const said = { publication: feed.publicationSlug }
  const asked = await askFeed({ ...needs, timeZone: feed.timeZone }, { ...feed, said })
  const failures = asked.ok ? 0 : feed.failures + 1
  const outcome = !asked.ok
    ? asked.reason
    : asked.value.changed
      ? summaryOf(asked.value.answers)
      : 'not changed'

  const at = needs.clock()
  const wait = waitAfter(failures, needs.everyMinutes * 60)
  const nextAt = at.add({ seconds: spread(wait, needs.random()) })
  const { address, etag, lastModified } = asked.ok ? asked.value : feed
  await needs.feeds.polled(feed.id, { at, nextAt, failures, outcome, address, etag, lastModified })
  return { feed, outcome, answers: asked.ok ? asked.value.answers : [] }
}

const aDay = 86_400

/** Seconds to wait after so many failures in a row: doubled each time, a day at most. */
export function waitAfter(failures: number, usual: number): number {
  return Math.min(Math.max(aDay, usual), usual * 2 ** Math.min(failures, 16))
}

/** Up to a tenth earlier or later, so that a thousand feeds do not come at one moment. */
export function spread(seconds: number, random: number): number {
  return Math.max(1, Math.round(seconds * (0.9 + 0.2 * random)))
}
