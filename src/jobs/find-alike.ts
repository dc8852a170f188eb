import { setImmediate } from 'node:timers/promises'
import { type AlikeBook, type ComparingPlace, fingerprintOf } from '#catalogue'
import type { Outbox } from '#desk'
import type { Clock } from '#ground/clock'
import type { DocumentReader, SearchDocument } from '#search'

export interface AlikeNeeds {
  readonly book: AlikeBook
  readonly documents: Pick<DocumentReader, 'of'>
  readonly outbox: Outbox
  readonly clock: Clock
}

/** Stories in one transaction: pages of this process wait for it, some ten milliseconds. */
const atOnce = 8

/** Stories in one call: a million from before take hours, in which the stand is asked as always. */
const mostInCall = 200

const linesAtOnce = 50

/**
 * Compares what was printed with what other publications printed those days, from where the last
 * call ended; what was withdrawn is like nothing any more.
 */
export async function findAlike(needs: AlikeNeeds, signal: AbortSignal): Promise<void> {
  let place = await needs.book.place()
  let left = mostInCall
  while (left > 0) {
    const lines = await needs.outbox.after(place.position, linesAtOnce)
    if (lines.length === 0) return
    for (const { position, happening } of lines) {
      const waiting = happening.stories.slice(place.done)
      // Also a line without stories is gone through, or it would be read each time.
      while (waiting.length > 0 || place.position < position) {
        if (signal.aborted || left <= 0) return
        const some = waiting.splice(0, atOnce)
        place =
          waiting.length === 0
            ? { position, done: 0 }
            : { ...place, done: place.done + some.length }
        await compare(needs, some, place)
        left -= Math.max(1, some.length)
        await setImmediate()
      }
    }
  }
}

async function compare(
  { book, documents, clock }: AlikeNeeds,
  storyIds: readonly string[],
  place: ComparingPlace,
): Promise<void> {
  const found = await documents.of(storyIds)
  const there = new Set(found.map(({ storyId }) => storyId))
  const stories = found.map(({ storyId, publicationId, date, ...texts }) => ({
    ...{ storyId, publicationId, date },
    fingerprint: fingerprintOf(comparedText(texts)),
  }))
  const gone = storyIds.filter((id) => !there.has(id))
  await book.keep({ stories, gone, place, at: clock() })
}

/** Headlines and standfirsts are what editors write anew: they are left out. */
const comparedText = ({ lead, rest }: Pick<SearchDocument, 'lead' | 'rest'>) => `${lead}\n${rest}`
