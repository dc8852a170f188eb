import type { Press } from '#desk'
import type { Database } from './database.ts'
import { inTurn } from './database.ts'
import { dueHeld, holdDrafts, waitingDrafts } from './held.ts'
import { findStory, knownStories } from './known.ts'
import { printSheet } from './print.ts'
import { printSheets } from './print-all.ts'
import { forgetHeld, keepVersion, withdrawStory } from './withdraw.ts'

export function press(database: Database): Press {
  return {
    known: (publicationId, keys) => knownStories(database.read, publicationId, keys),
    find: (address) => findStory(database.read, address),
    print: (sheet) => inTurn(database, (turn) => printSheet(turn, sheet)),
    printAll: (sheets) => inTurn(database, (turn) => printSheets(turn, sheets)),
    hold: (publicationId, drafts, at) =>
      inTurn(database, (turn) => holdDrafts(turn, publicationId, drafts, at)),
    due: (at, most) => dueHeld(database.read, at, most),
    waiting: () => waitingDrafts(database.read),
    drop: (story) => inTurn(database, (turn) => forgetHeld(turn, story)),
    cancel: (publicationId, draft, at) =>
      inTurn(database, async (turn) => {
        const story = { publicationId, key: draft.key }
        await forgetHeld(turn, story)
        await keepVersion(turn, story, draft, at)
        return withdrawStory(turn, story, 'sender', at)
      }),
    withdraw: (story, at) =>
      inTurn(database, async (turn) => {
        await forgetHeld(turn, story)
        return withdrawStory(turn, story, 'desk', at)
      }),
  }
}
