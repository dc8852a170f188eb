/** Stripe counts whole seconds since 1970. */
export const instantOf = (seconds: number) =>
  Temporal.Instant.fromEpochMilliseconds(seconds * 1_000)

export const secondsOf = (moment: Temporal.Instant) => Math.floor(moment.epochMilliseconds / 1_000)
