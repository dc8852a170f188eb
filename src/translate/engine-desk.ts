import { openBreaker } from '#ground/breaker'
import type { Clock } from '#ground/clock'
import {
  EngineError,
  type EngineFault,
  type Segment,
  type TranslateCall,
  type TranslationEngine,
} from './engine.ts'
import { openSlots } from './slots.ts'
import type { EngineUse } from './store.ts'

/** This month it was given as much as the operator wants. */
export class SpentError extends Error {
  override readonly name = 'SpentError'
}

/** It failed a while ago and is left alone. */
export class RestingError extends Error {
  override readonly name = 'RestingError'
}

/** One engine as we ask it: in turns, within its month, and not while it fails. */
export interface EngineDesk {
  readonly engine: TranslationEngine
  readonly isResting: () => boolean
  /** @throws EngineError, SpentError, RestingError; the signal's reason when it was aborted */
  ask(call: TranslateCall): Promise<readonly Segment[]>
}

export interface DeskNeeds {
  readonly use: Pick<EngineUse, 'take'>
  readonly clock: Clock
  /** IANA zone in which its months begin. */
  readonly zone: string
  /** Characters a month; null for any number. */
  readonly most: number | null
}

/** How long one call may take, whatever the adapter thinks: milliseconds. */
const patience = 120_000
/** A pause this long, in milliseconds, is waited for; after a longer one somebody else is asked. */
const shortPause = 3_000

/** Faults of the text, not of the engine: it may well translate the next one. */
const ofTheText = new Set<EngineFault>(['pair', 'too-long'])

export function openEngineDesk(engine: TranslationEngine, needs: DeskNeeds): EngineDesk {
  const { use, clock, zone, most } = needs
  const breaker = openBreaker(clock)
  const slots = openSlots(engine.concurrency)

  const attempt = async (call: TranslateCall): Promise<readonly Segment[]> => {
    const signal = AbortSignal.any([call.signal, AbortSignal.timeout(patience)])
    try {
      return await engine.translate({ ...call, signal })
    } catch (error) {
      if (call.signal.aborted || !signal.aborted) throw error
      throw new EngineError('timeout', `${engine.name} took longer than ${patience / 1_000} s.`)
    }
  }

  /** Once more after a moment, where that may help. */
  const attempts = async (call: TranslateCall): Promise<readonly Segment[]> => {
    try {
      return await attempt(call)
    } catch (error) {
      const pause = error instanceof EngineError ? pauseAfter(error) : null
      if (pause === null) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
      call.signal.throwIfAborted()
      return attempt(call)
    }
  }

  const askNow = async (call: TranslateCall): Promise<readonly Segment[]> => {
    call.signal.throwIfAborted()
    if (!breaker.mayTry()) throw new RestingError(`${engine.name} is left alone for a while.`)
    const characters = call.segments.reduce((sum, { content }) => sum + content.length, 0)
    const month = clock().toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth().toString()
    if (!(await use.take(engine.id, month, characters, most))) {
      breaker.succeeded()
      throw new SpentError(`${engine.name} was given its characters of ${month}.`)
    }
    try {
      const segments = await attempts(call)
      breaker.succeeded()
      return segments
    } catch (error) {
      if (call.signal.aborted) throw error
      const known = error instanceof EngineError ? error : null
      if (known === null || !ofTheText.has(known.fault)) breaker.failed(known?.rest)
      throw error
    }
  }

  return {
    engine,
    isResting: () => breaker.restsUntil() !== null,
    ask: (call) => slots.use(() => askNow(call)),
  }
}

/** Milliseconds to wait before asking once more; null when that would not help. */
function pauseAfter({ fault, retryAfter }: EngineError): number | null {
  const asked = retryAfter?.total('milliseconds')
  if (fault === 'down' && asked === undefined) return 300
  const isShort = asked !== undefined && asked <= shortPause
  return isShort && (fault === 'rate' || fault === 'down') ? asked : null
}
