/** What can be wrong with an engine, whatever it makes. */
export type CommonFault = 'auth' | 'quota' | 'rate' | 'too-long' | 'down' | 'timeout' | 'bad-output'

/** Faults that do not mend in seconds. */
const longRests: Readonly<Partial<Record<string, Temporal.Duration>>> = {
  quota: Temporal.Duration.from({ hours: 1 }),
  auth: Temporal.Duration.from({ minutes: 10 }),
  rate: Temporal.Duration.from({ seconds: 30 }),
} satisfies Partial<Record<CommonFault, Temporal.Duration>>

/**
 * An engine could not do what it was asked. Each kind of engine has an error of its own, with faults
 * of its own. The message is for the operator and holds no story text.
 */
export abstract class EngineFailure<Own extends string> extends Error {
  readonly fault: CommonFault | Own
  /** What the engine itself asked for. */
  readonly retryAfter: Temporal.Duration | undefined

  constructor(fault: CommonFault | Own, message: string, retryAfter?: Temporal.Duration) {
    super(message)
    this.fault = fault
    this.retryAfter = retryAfter
  }

  /** How long to leave it alone; undefined where that is as long as after any failure. */
  get rest(): Temporal.Duration | undefined {
    return this.retryAfter ?? longRests[this.fault]
  }
}
