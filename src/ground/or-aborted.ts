/** Waits for work no longer than it is wanted. @throws the signal's reason, or what the work throws */
export async function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>()
  const giveUp = () => reject(signal.reason)
  // Nobody may be left to hear how it ended.
  work.catch(() => {})
  signal.throwIfAborted()
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}
