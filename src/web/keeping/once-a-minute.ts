import type { Clock } from '#ground/clock'

/** Asks again when the last answer is a minute old; a failure is not remembered. */
export function onceAMinute<Value>(clock: Clock, ask: () => Promise<Value>): () => Promise<Value> {
  let until = Number.NEGATIVE_INFINITY
  let answer: Promise<Value> | null = null
  return () => {
    const now = clock().epochMilliseconds
    if (answer !== null && now < until) return answer
    until = now + 60_000
    answer = ask()
    answer.catch(() => {
      answer = null
    })
    return answer
  }
}
