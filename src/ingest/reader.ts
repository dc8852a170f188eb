import { availableParallelism } from 'node:os'
import type { Delivery } from './delivery.ts'
import type { Reading } from './draft.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { openDesk, type ReadingDesk } from './reading-desk.ts'
import { refuse } from './refuse.ts'

export interface Reader extends AsyncDisposable {
  /** What a delivery turned out to be. Never throws: what went wrong is said in the reading. */
  read(delivery: Delivery): Promise<Reading>
}

/**
 * Reads deliveries in threads of their own, a few at a time and the others in turn. A delivery
 * that takes too long or too much memory is refused ("read.too-slow", "read.too-large") and its
 * thread is replaced. Idle threads stay warm and do not keep the process alive.
 */
export function openReader(given: Partial<Limits> = {}): Reader {
  const limits = { ...defaultLimits, ...given }
  const count = Math.max(1, Math.min(limits.workers, availableParallelism()))
  const free: ReadingDesk[] = Array.from({ length: count }, () => openDesk(limits))
  const desks = [...free]
  const waiting: ((desk: ReadingDesk) => void)[] = []
  let isClosed = false

  const take = (): Promise<ReadingDesk> => {
    const desk = free.pop()
    if (desk !== undefined) return Promise.resolve(desk)
    const { promise, resolve } = Promise.withResolvers<ReadingDesk>()
    waiting.push(resolve)
    return promise
  }
  const giveBack = (desk: ReadingDesk): void => {
    const next = waiting.shift()
    if (next === undefined) free.push(desk)
    else next(desk)
  }

  return {
    async read(delivery) {
      if (delivery.bytes.length > limits.bytes) return tooLarge(limits)
      const desk = await take()
      try {
        return isClosed ? closed : await desk.read(delivery)
      } finally {
        giveBack(desk)
      }
    },
    async [Symbol.asyncDispose]() {
      isClosed = true
      await Promise.all(desks.map((desk) => desk.close()))
    },
  }
}

/** Said before the bytes are copied to a thread. */
function tooLarge({ bytes }: Limits): Reading {
  const most = `${Math.round(bytes / 1e6)} MB`
  return refuse(
    'feed.too-large',
    `It has more than ${most}. Send it in parts, or the newest stories only.`,
  )
}

const closed = refuse('read.closed', 'Kiosk was stopping before this was read. Send it again.')
