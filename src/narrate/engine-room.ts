import { openBreaker } from '#ground/breaker'
import type { Clock } from '#ground/clock'
import { type NarrationEngine, SpeechError, type SpeechFault } from './engine.ts'
import type { Voice } from './voice.ts'
import { openWaitingLine, type WaitingLine } from './waiting-line.ts'

/** An engine as it is used: its voices, who waits for it, and whether it is left alone. */
export interface EngineRoom {
  readonly engine: NarrationEngine
  readonly voices: readonly Voice[]
  readonly line: WaitingLine
  readonly isResting: () => boolean
  /**
   * Has it do something, unless it is left alone for failing.
   * @throws what the work throws; SpeechError when it is left alone
   */
  use<Value>(work: () => Promise<Value>, signal: AbortSignal): Promise<Value>
}

/** How many blocks may wait for an engine: minutes of work for the slowest. */
const mostWaiting = 100

/** Faults of what is to be spoken: it may well speak the next block. */
const ofTheText = new Set<SpeechFault>(['language', 'too-long'])

export async function openEngineRoom(engine: NarrationEngine, clock: Clock): Promise<EngineRoom> {
  const breaker = openBreaker(clock)
  return {
    engine,
    voices: await engine.voices(),
    line: openWaitingLine(engine.concurrency, mostWaiting),
    isResting: () => breaker.restsUntil() !== null,
    async use(work, signal) {
      if (!breaker.mayTry()) {
        const until = breaker.restsUntil() ?? clock()
        const left = clock().until(until)
        throw new SpeechError('down', `${engine.id} is left alone until ${until}`, left)
      }
      try {
        const value = await work()
        breaker.succeeded()
        return value
      } catch (error) {
        if (!signal.aborted && error instanceof SpeechError && !ofTheText.has(error.fault)) {
          breaker.failed(error.rest)
        }
        throw error
      }
    },
  }
}
