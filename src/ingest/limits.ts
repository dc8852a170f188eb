/** What one delivery may cost. Sizes in bytes are of the body as it is after decompression. */
export interface Limits {
  /** A larger delivery is refused unread. */
  readonly bytes: number
  /** Wall clock for one delivery, in milliseconds; then its worker is ended. */
  readonly milliseconds: number
  /** Heap of one worker, in megabytes. */
  readonly megabytes: number
  /** Deliveries that are read at the same time. */
  readonly workers: number
}

export const defaultLimits: Limits = {
  bytes: 10_000_000,
  milliseconds: 30_000,
  megabytes: 512,
  workers: 2,
}
