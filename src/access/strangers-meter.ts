import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The stories that a stranger's browser has opened this month, as its cookie says; none when there
 * is no cookie, when it is of another month, or when it was not written by this stand.
 */
export function storiesIn(cookie: string | null, month: string, key: Uint8Array): string[] {
  const [text = '', signature = '', ...more] = cookie?.split('~') ?? []
  const [said, ...stories] = text.split('.')
  if (more.length > 0 || said !== month || !isSame(signature, sign(text, key))) return []
  return stories
}

/** A cookie that says: these stories were opened in this month. Holds no name and no address. */
export function cookieWith(stories: readonly string[], month: string, key: Uint8Array): string {
  const text = [month, ...stories].join('.')
  return `${text}~${sign(text, key)}`
}

/**
 * What a neighbourhood of addresses (the caller says how large: "203.0.113.0/24") is counted under
 * on one day. Without the key, and on the next day, nobody can tell which it was.
 */
export function markOf(prefix: string, day: string, key: Uint8Array): string {
  return sign(`strangers ${day} ${prefix}`, key)
}

/** New browsers that one neighbourhood may bring to their end on one day. */
export const browsersADay = 5

function sign(text: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}
