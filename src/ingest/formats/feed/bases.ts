import { linkAddress } from '../../html/address.ts'

/**
 * What a feed's relative addresses are resolved against: its own xml:base, else the publisher's
 * page, else where the feed came from.
 */
export function feedBase({ base, link }: { base: string; link: string }, from: string): string {
  return withBase(base, from) ?? linkAddress(link, from) ?? from
}

/** A base inside another: RFC 3986 as xml:base has it. */
export function innerBase(bases: readonly string[], outer: string): string {
  return bases.reduce((soFar, base) => withBase(base, soFar) ?? soFar, outer)
}

function withBase(written: string, outer: string): string | null {
  if (written.trim() === '') return null
  const base = URL.parse(written, URL.canParse(outer) ? outer : undefined)
  return base !== null && /^https?:$/.test(base.protocol) ? base.href : null
}

/** The page of a story or a publisher, or null; a mail address is no page. */
export function homeAddress(written: string, base: string): string | null {
  if (written.trim() === '') return null
  const address = linkAddress(written.trim(), base)
  return address !== null && /^https?:/.test(address) ? address : null
}
