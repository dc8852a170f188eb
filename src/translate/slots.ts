/** Lets so many work at the same time; the others wait in the order in which they came. */
export function openSlots(count: number) {
  let free = count
  const waiting: (() => void)[] = []
  return {
    async use<Value>(work: () => Promise<Value>): Promise<Value> {
      if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
      else free -= 1
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next === undefined) free += 1
        else next()
      }
    },
  }
}
