import { orAborted } from '#ground/or-aborted'
import { BusyError } from './narration.ts'

/** Lets so many in at the same time; those who wait go in by their haste, then as they came. */
export interface WaitingLine {
  /**
   * @param isUrgent asked when a place is free: who only prepared may have got a listener by then
   * @returns to be disposed of when leaving
   * @throws BusyError when too many wait already; the signal's reason when it is aborted
   */
  enter(isUrgent: () => boolean, signal: AbortSignal): Promise<Disposable>
}

interface Waiting {
  readonly isUrgent: () => boolean
  readonly go: () => void
}

/**
 * @param places how many are in at the same time
 * @param most how many may wait
 */
export function openWaitingLine(places: number, most: number): WaitingLine {
  let free = places
  const waiting: Waiting[] = []

  const leave = (): void => {
    const urgent = waiting.findIndex(({ isUrgent }) => isUrgent())
    const [next] = waiting.splice(Math.max(urgent, 0), 1)
    if (next === undefined) free += 1
    else next.go()
  }
  const place = (): Disposable => ({ [Symbol.dispose]: leave })

  return {
    async enter(isUrgent, signal) {
      signal.throwIfAborted()
      if (free > 0) {
        free -= 1
        return place()
      }
      if (waiting.length >= most) throw new BusyError('Too many wait to be spoken for already')
      const { promise, resolve: go } = Promise.withResolvers<void>()
      const mine = { isUrgent, go }
      waiting.push(mine)
      try {
        await orAborted(promise, signal)
      } catch (error) {
        const at = waiting.indexOf(mine)
        // Its turn came in the same moment: the next one has it.
        if (at === -1) leave()
        else waiting.splice(at, 1)
        throw error
      }
      return place()
    },
  }
}
