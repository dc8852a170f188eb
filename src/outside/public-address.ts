import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]
const translated: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('64:ff9b::'), 96]

/**
 * Whether an IP address, as a resolver gives it, belongs to one machine on the open internet:
 * `unicast` in ipaddr.js, the IPv4 addresses wrapped in it too (mapped, NAT64, 6to4, Teredo).
 * Anything that is not an IP address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast'

  const wrapped = wrappedIn(parsed)
  if (wrapped.length > 0) return wrapped.every((inner) => inner.range() === 'unicast')
  // ipaddr.js calls all unassigned space unicast, ::127.0.0.1 included: only 2000::/3 is in use.
  return parsed.range() === 'unicast' && parsed.match(globalUnicast)
}

/** The IPv4 addresses that a packet to this IPv6 address may end up at. */
function wrappedIn(address: ipaddr.IPv6): readonly ipaddr.IPv4[] {
  const bytes = address.toByteArray()
  const inner = (start: number, mask = 0) =>
    new ipaddr.IPv4(bytes.slice(start, start + 4).map((byte) => byte ^ mask))

  if (address.match(translated)) return [inner(12)]
  switch (address.range()) {
    case 'ipv4Mapped':
      return [inner(12)]
    case '6to4':
      return [inner(2)]
    case 'teredo': // the relay in clear, the client with every bit turned (RFC 4380, 4)
      return [inner(4), inner(12, 0xff)]
    default:
      return []
  }
}
