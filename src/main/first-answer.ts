import { setTimeout as pause } from 'node:timers/promises'

/** Milliseconds for which somebody is waited for. */
const longest = 2_000

/** What a server tells of the answers it gives. */
export interface Answering {
  once(what: 'request', told: (request: unknown, answer: Answer) => void): unknown
}

interface Answer {
  once(what: 'close', told: () => void): unknown
}

/**
 * Waits until somebody was answered, but no longer than two seconds. Whoever has a stand started asks
 * for a page at once: what has no hurry begins behind that.
 */
export async function firstAnswer(
  server: Answering,
  signal: AbortSignal,
  most = longest,
): Promise<void> {
  const answered = new AbortController()
  server.once('request', (_, answer) => answer.once('close', () => answered.abort()))
  const enough = AbortSignal.any([signal, answered.signal])
  await pause(most, undefined, { signal: enough }).catch(() => {})
}
