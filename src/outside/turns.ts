export interface Turns {
  /** How many wait or work. */
  readonly length: number
  /** Begins when everything that was taken before has ended, well or not. */
  take<Value>(work: () => Promise<Value>): Promise<Value>
  /** Waits until nothing waits or works. */
  quiet(): Promise<void>
}

/** One thing after the other, in the order in which they were asked for. */
export function openTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  let length = 0
  return {
    get length() {
      return length
    },
    take(work) {
      length += 1
      const turn = last.then(work).finally(() => {
        length -= 1
      })
      last = turn.catch(() => {})
      return turn
    },
    async quiet() {
      while (length > 0) await last
    },
  }
}
