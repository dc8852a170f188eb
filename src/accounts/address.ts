import { domainToASCII } from 'node:url'

/** An e-mail address. */
export interface MailAddress {
  /** As the reader wrote it, without the spaces around it. */
  readonly written: string
  /** As a mail server wants it: the domain in ASCII. */
  readonly to: string
  /** Two addresses with the same key are the same. */
  readonly key: string
}

const longest = 254
const longestLocal = 64
const atoms = /^[^\s\p{C}@"(),:;<>[\]\\.]+(?:\.[^\s\p{C}@"(),:;<>[\]\\.]+)*$/u
const domains = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/

/**
 * The e-mail address in what somebody typed (RFC 5321 dot-string, RFC 6531 letters), or null.
 * Compared are the domain in ASCII, which has no case, and what stands before it with the letters
 * A to Z made small and nothing else: folding more would take two people's addresses for one.
 */
export function mailAddressIn(text: string): MailAddress | null {
  const written = text.trim().normalize('NFC')
  const at = written.lastIndexOf('@')
  const local = written.slice(0, Math.max(at, 0))
  const given = written.slice(at + 1).replace(/\.$/, '')
  if (!atoms.test(local) || Buffer.byteLength(local) > longestLocal) return null
  if (/[%/?#:\\\s]/.test(given)) return null
  const domain = domainToASCII(given)
  const to = `${local}@${domain}`
  if (!domains.test(domain) || Buffer.byteLength(to) > longest) return null
  const key = `${local.replace(/[A-Z]/g, (letter) => letter.toLowerCase())}@${domain}`
  return { written, to, key }
}
