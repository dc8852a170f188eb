/** Why nothing came back from outside. */
export interface Refusal {
  /** A stable name for programs, dotted: "link.refused", "fetch.too-slow". */
  readonly code: string
  /** What is wrong and how to mend it, for the operator or the sender. */
  readonly message: string
  /** The HTTP status, where an answer came that could not be used; otherwise null. */
  readonly status: number | null
}

/** An address as it may stand in a message: short, without a name, password or query in it. */
export function shown(url: URL): string {
  const text = `${url.protocol}//${url.host}${url.pathname}`
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

export const linkRefused = (message: string): Refusal => ({
  code: 'link.refused',
  message,
  status: null,
})

export const fetchFailed = (url: URL, why: string, status: number | null = null): Refusal => ({
  code: 'fetch.failed',
  message: `${shown(url)} could not be fetched: ${why}.`,
  status,
})

export const tooSlow = (url: URL, milliseconds: number): Refusal => ({
  code: 'fetch.too-slow',
  message: `${shown(url)} did not answer whole within ${milliseconds / 1000} s; try again later.`,
  status: null,
})

export const tooLarge = (url: URL, bytes: number): Refusal => ({
  code: 'fetch.too-large',
  message: `${shown(url)} sends more than ${bytes} bytes, unpacked; offer something smaller.`,
  status: null,
})
