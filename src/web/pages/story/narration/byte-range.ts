/** Bytes from `first` to `last`, both included. */
export interface ByteRange {
  readonly first: number
  readonly last: number
}

/**
 * The one range that a request asks for (RFC 9110, 14.2).
 * @returns null where it asks for everything, for several, or in a way that is not known
 */
export function rangeOf(
  header: string | undefined,
  length: number,
): ByteRange | 'unsatisfiable' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return null
  if (from === '') {
    const first = Math.max(0, length - Number(to))
    return to === '0' || length === 0 ? 'unsatisfiable' : { first, last: length - 1 }
  }
  const first = Number(from)
  const last = to === '' ? length - 1 : Math.min(Number(to), length - 1)
  if (to !== '' && Number(to) < first) return null
  return first >= length ? 'unsatisfiable' : { first, last }
}

/** Whether what the asker has a part of is no longer what there is: then all of it is sent. */
export const asksAgain = (ifRange: string | undefined, tag: string) =>
  ifRange !== undefined && ifRange !== tag
