/** A key pair on a reader's device; we keep the public half. */
export interface Passkey {
  /** As the device calls it: base64url. */
  readonly id: string
  readonly readerId: string
  /** COSE, base64url. */
  readonly publicKey: string
  /** How often it signed, as it says; always 0 for many. */
  readonly counter: number
  readonly transports: readonly string[]
  /** What the reader calls it. */
  readonly name: string
  /** Kept by more than one device, so that losing one does not lose it. */
  readonly synced: boolean
  readonly addedAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
}

export const mostPasskeys = 20

/** Counters only rise, unless a device does not count at all (WebAuthn, 7.2 step 22). */
export function counterHolds(kept: number, shown: number): boolean {
  return (kept === 0 && shown === 0) || shown > kept
}
