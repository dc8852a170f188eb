import ipaddr from 'ipaddr.js'

/**
 * The network that somebody asks from: an IPv4 address counts with its /24, an IPv6 address with
 * its /56, which is what one household or server is given. IPv4 written as IPv6 is IPv4. What is
 * no address at all counts as one network.
 */
export function askerAt(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  const bytes = parsed.toByteArray().slice(0, parsed.kind() === 'ipv4' ? 3 : 7)
  return `${parsed.kind()}:${bytes.join('.')}`
}
