import { setImmediate } from 'node:timers/promises'
import { type AlikeBook, type ComparingPlace, fingerprintOf } from '#catalogue'
import type { Outbox, OutboxLine } from '#desk'
import type { Clock } from '#ground/clock'
import type { DocumentReader, SearchDocument } from '#search'

export interface AlikeNeeds {
  readonly book: AlikeBook
  readonly documents: Pick<DocumentReader, 'of'>
  readonly outbox: Outbox
  readonly clock: Clock
}

/** Stories in one transaction: pages of this process wait for it, some twenty milliseconds. */
const atOnce = 8

/**
 * Stories in one call. A million from before take hours, in which the stand is asked as always: where
 * readers keep it busy, a call takes one step only. A new edition is compared in seconds all the same.
 */
export const mostCompared = { idle: 384, busy: atOnce } as const

const linesAtOnce = 50

/**
 * Compares what was printed with what other publications printed those days, from where the last
 * call ended; what was withdrawn is like nothing any more.
 * @param most stories that are compared in this call
 */
export async function findAlike(
  needs: AlikeNeeds,
  signal: AbortSignal,
  most: number = mostCompared.idle,
): Promise<void> {
  for (let done = 0; done < most; ) {
    const place = await needs.book.place()
    const lines = await needs.outbox.after(place.position, linesAtOnce)
    if (lines.length === 0) return
    const steps = stepsIn(lines, place)
    while (steps.length > 0 && done < most) {
      if (signal.aborted) return
      const some = steps.splice(0, endOfPortion(steps))
      const storyIds = some.flatMap(({ storyId }) => storyId ?? [])
      await compare(needs, storyIds, some.at(-1)?.place ?? place)
      done += storyIds.length
      await setImmediate()
    }
  }
}

interface Step {
  /** Null for a line without stories, which is only passed. */
  readonly storyId: string | null
  /** Where it leads to. */
  readonly place: ComparingPlace
}

function stepsIn(lines: readonly OutboxLine[], place: ComparingPlace): Step[] {
  return lines.flatMap(({ position, happening: { stories } }, at): Step[] => {
    const earlier = lines[at - 1]?.position
    const before = earlier === undefined ? place : { position: earlier, done: 0 }
    const left = stories.slice(before.done)
    if (left.length === 0) return [{ storyId: null, place: { position, done: 0 } }]
    return left.map((storyId, index) => ({
      storyId,
      place:
        index === left.length - 1
          ? { position, done: 0 }
          : { ...before, done: before.done + index + 1 },
    }))
  })
}

/** How many steps come up to the next that is one story too many. */
function endOfPortion(steps: readonly Step[]): number {
  let stories = 0
  const end = steps.findIndex(({ storyId }) => {
    if (storyId !== null) stories += 1
    return stories > atOnce
  })
  return end === -1 ? steps.length : end
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
