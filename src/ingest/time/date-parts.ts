/** A date as it was written, before anybody asked whether such a day exists. */
export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
  /** As written, "+0100" or "EST"; empty when there is none. */
  readonly zone: string
}
