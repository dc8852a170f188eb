import { openReader } from '#ingest'
import type { Run } from './report.ts'
import { feedRs } from './suite-feed-rs.ts'
import { feedparser } from './suite-feedparser.ts'
import { gofeed } from './suite-gofeed.ts'
import { w3c } from './suite-w3c.ts'

/** Every corpus of feeds. */
export const run: Run = async (corpora) => {
  await using reader = openReader()
  const suites = [gofeed, feedRs, feedparser, w3c]
  return await Promise.all(suites.map((suite) => suite(reader, corpora)))
}
