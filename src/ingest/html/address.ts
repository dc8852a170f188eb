import { dirname, resolve } from 'node:path/posix'
import ipaddr from 'ipaddr.js'

/**
 * The address of a link, made absolute against where the text came from, without `utm_` marks and
 * passwords. Null when it is none that a reader may be sent to.
 */
export function linkAddress(written: string, base: string): string | null {
  const address = absolute(written, base)
  if (address === null) return null
  if (address.protocol === 'mailto:') return address.href
  if (!/^https?:$/.test(address.protocol) || isInside(address.hostname)) return null
  address.username = ''
  address.password = ''
  address.search = withoutMarks(address.search)
  return address.href
}

/**
 * Where a picture is to be taken from: an http(s) address, a `data:` address as it stands, or,
 * when the text came from a file, a file path. Null when it is none of these.
 */
export function pictureSource(written: string, base: string): string | null {
  const trimmed = written.trim()
  if (/^data:image\//i.test(trimmed)) return trimmed
  const address = absolute(trimmed, base)
  if (address !== null) return /^https?:$/.test(address.protocol) ? address.href : null
  if (trimmed === '' || isAddress(base) || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(trimmed)) return null
  return resolve(dirname(base), decoded(trimmed.replace(/[?#].*$/s, '')))
}

const isAddress = (text: string) => /^https?:\/\//i.test(text)

function absolute(written: string, base: string): URL | null {
  return isAddress(base) ? URL.parse(written, base) : URL.parse(written)
}

/** Hosts that mean something else on the reader's machine or network than on the sender's. */
function isInside(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (ipaddr.isValid(bare)) return ipaddr.process(bare).range() !== 'unicast'
  return !bare.includes('.') || /\.(?:localhost|local|internal|home\.arpa)$/.test(bare)
}

function withoutMarks(search: string): string {
  if (!search.includes('utm_')) return search
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => !pair.startsWith('utm_'))
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
