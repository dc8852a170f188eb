import type { Clock } from './clock.ts'

/** Keeps a program from asking again and again what fails: see `openBreaker`. */
export interface Breaker {
  /** Whether it may be asked now. After a rest, one trial at a time may go through. */
  mayTry(): boolean
  /** When it may be asked again; null when that is now. */
  restsUntil(): Temporal.Instant | null
  succeeded(): void
  /** @param retryAfter how long it asked for itself to be left alone */
  failed(retryAfter?: Temporal.Duration): void
}

/** Failures in a row, and seconds of the first and of the longest rest. */
const breakerRules = { failures: 3, rest: 30, longest: 600 } as const

/**
 * A circuit breaker. After some failures in a row it rests, and then lets one trial through; every
 * trial that fails doubles the rest, one that succeeds ends it.
 */
export function openBreaker(clock: Clock): Breaker {
  let failures = 0
  let seconds = 0
  let until: Temporal.Instant | null = null

  const isResting = () => until !== null && Temporal.Instant.compare(clock(), until) < 0
  const restFor = (duration: Temporal.Duration) => {
    until = clock().add({ milliseconds: Math.ceil(duration.total('milliseconds')) })
  }
  return {
    mayTry() {
      if (until === null) return true
      if (isResting()) return false
      // Whoever asks now is the trial; the others wait for what it brings.
      restFor(Temporal.Duration.from({ seconds: Math.max(seconds, breakerRules.rest) }))
      return true
    },
    restsUntil: () => (isResting() ? until : null),
    succeeded() {
      failures = 0
      seconds = 0
      until = null
    },
    failed(retryAfter) {
      failures += 1
      if (failures < breakerRules.failures && retryAfter === undefined) return
      seconds = Math.min(seconds * 2 || breakerRules.rest, breakerRules.longest)
      const own = Temporal.Duration.from({ seconds })
      const longer = retryAfter !== undefined && Temporal.Duration.compare(retryAfter, own) > 0
      restFor(longer ? retryAfter : own)
    },
  }
}
