import type { Clock } from '#ground/clock'
import type { Pair, TranslationEngine } from './engine.ts'

export interface PairBook {
  /** What an engine said last; none before it answered. */
  of(engine: TranslationEngine): readonly Pair[]
  hasAnswered(engine: TranslationEngine): boolean
  /** Asks those whose answer is old; never throws. */
  follow(): Promise<void>
}

/** Seconds until an engine is asked again: after an answer, and after none. */
const fresh = 3_600
const unanswered = 60

/** Keeps in memory what engines can translate, for every page of a story tells of it. */
export function openPairBook(
  engines: readonly TranslationEngine[],
  needs: {
    readonly clock: Clock
    readonly report: (error: unknown, where: string) => void
    readonly onChange: () => void
  },
): PairBook {
  const known = new Map<string, readonly Pair[]>()
  const askAt = new Map<string, Temporal.Instant>()
  const silent = new Set<string>()

  const ask = async (engine: TranslationEngine): Promise<boolean> => {
    const now = needs.clock()
    const due = askAt.get(engine.id)
    if (due !== undefined && Temporal.Instant.compare(now, due) < 0) return false
    askAt.set(engine.id, now.add({ seconds: unanswered }))
    try {
      const before = JSON.stringify(known.get(engine.id))
      const pairs = await engine.pairs()
      known.set(engine.id, pairs)
      askAt.set(engine.id, now.add({ seconds: fresh }))
      silent.delete(engine.id)
      return JSON.stringify(pairs) !== before
    } catch (error) {
      // What is away for a night is said once.
      if (!silent.has(engine.id)) needs.report(error, `asking ${engine.name} for its languages`)
      silent.add(engine.id)
      return false
    }
  }
  return {
    of: ({ id }) => known.get(id) ?? [],
    hasAnswered: ({ id }) => known.has(id),
    async follow() {
      const changed = await Promise.all(engines.map(ask))
      if (changed.includes(true)) needs.onChange()
    },
  }
}
