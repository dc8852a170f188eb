import { orAborted } from '#ground/or-aborted'

/** One at a time, in the order in which they came; each leaves when it is disposed of. */
export interface Line {
  /** @throws the signal's reason when it is aborted before its turn comes */
  enter(signal: AbortSignal): Promise<Disposable>
}

export function openLine(): Line {
  let last: Promise<void> = Promise.resolve()
  return {
    async enter(signal) {
      const { promise: left, resolve: leave } = Promise.withResolvers<void>()
      const before = last
      last = before.then(() => left)
      try {
        await orAborted(before, signal)
      } catch (error) {
        leave()
        throw error
      }
      return { [Symbol.dispose]: leave }
    },
  }
}
