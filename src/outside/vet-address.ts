import { isIP } from 'node:net'
import { bad, good, type Outcome } from '#ground/outcome'
import { fetchFailed, linkRefused, type Refusal, shown } from './refusal.ts'

export interface ResolvedAddress {
  readonly address: string
  readonly family: number
}

export interface AddressRules {
  /** Every address of a host name. Asked once for each hop. */
  readonly resolve: (host: string) => Promise<readonly ResolvedAddress[]>
  /** Whether this IP address may be connected to. */
  readonly isPublic: (address: string) => boolean
  readonly ports: readonly number[]
}

/** The addresses to connect to, instead of whatever the name means a moment later. */
export type Pin = readonly [ResolvedAddress, ...ResolvedAddress[]]

/** An address as the WHATWG rules read it, or why it is none that we would fetch. */
export function readAddress(address: string, base?: URL): Outcome<URL, Refusal> {
  const url = URL.parse(address, base?.href)
  if (url === null) {
    return bad(linkRefused('This is not a web address; write it whole, beginning with https://.'))
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return bad(linkRefused(`Addresses that begin with ${url.protocol} are not fetched; use https.`))
  }
  if (url.username !== '' || url.password !== '') {
    return bad(linkRefused(`The address ${shown(url)} must not hold a user name or password.`))
  }
  url.hash = ''
  return good(url)
}

/** Whether this address may be fetched, and from which machines. Reads names, connects to nothing. */
export async function vetAddress(url: URL, rules: AddressRules): Promise<Outcome<Pin, Refusal>> {
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  if (!rules.ports.includes(port)) {
    return bad(linkRefused(`Port ${port} in ${shown(url)} is not fetched from; use 443 or 80.`))
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const family = isIP(host)
  // A literal never reaches a connection's lookup, so it is judged here like a resolver's answer.
  const literal = family === 0 ? null : [{ address: host, family }]

  let found: readonly ResolvedAddress[]
  try {
    found = literal ?? (await rules.resolve(host))
  } catch (error) {
    return bad(fetchFailed(url, `its name does not resolve (${codeOf(error)})`))
  }
  const [first, ...others] = found
  if (first === undefined) return bad(fetchFailed(url, 'its name has no address'))
  // One private address among public ones is refused too: the sender chose the mixture.
  if (!found.every(({ address }) => rules.isPublic(address))) {
    return bad(linkRefused(`${shown(url)} does not lead to a machine on the public internet.`))
  }
  return good([first, ...others])
}

/** The short name that the system or a library gives an error, such as "ECONNREFUSED". */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}
