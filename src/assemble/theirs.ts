import { openedLog } from '#reading'
import {
  begunStories,
  type Database,
  fillBylines,
  goneStories,
  histories,
  interests,
  mineFeeds,
  readerLists,
  savedStories,
} from '#storage'
import type { AppNeeds } from '#web'
import type { Config } from '../config.ts'

/** What readers follow, keep and have opened, and the work that is done beside pages. */
export function assembleTheirs({ timeZone }: Pick<Config, 'timeZone'>, database: Database) {
  const kept = histories(database)
  const opened = openedLog(kept, timeZone)
  const theirs: AppNeeds['theirs'] = {
    interests: interests(database),
    saved: savedStories(database),
    begun: begunStories(database),
    gone: goneStories(database),
    histories: kept,
    feeds: mineFeeds(database),
    lists: readerLists(database),
    opened,
  }
  let isFilled = false
  return {
    theirs,
    keepHistories: opened.keep,
    async fillBylines() {
      if (!isFilled) isFilled = await fillBylines(database)
    },
  }
}
