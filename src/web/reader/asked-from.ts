import { isIP } from 'node:net'
import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'
import type { WebSettings } from '../needs.ts'
import type { Visit } from '../visit.ts'

/**
 * The IP address of who asks; empty when nobody knows. What a request says of itself is believed
 * only when it comes from a server that the operator put in front, and only up to the first address
 * that is none of those: whatever stands left of that, anybody could have written.
 */
export function askedFrom(c: Context<Visit>, { proxies }: Pick<WebSettings, 'proxies'>): string {
  const near = plain(c.env?.incoming?.socket.remoteAddress ?? '')
  if (!isOneOf(proxies, near)) return near
  const said = (c.req.header('x-forwarded-for') ?? '').split(',')
  const hops = said.map((hop) => plain(hop.trim())).filter((hop) => hop !== '')
  return hops.findLast((hop) => !isOneOf(proxies, hop)) ?? hops[0] ?? near
}

function isOneOf(proxies: readonly string[], address: string): boolean {
  if (isIP(address) === 0) return false
  const asked = ipaddr.process(address)
  return proxies.some((proxy) => {
    const [network, bits] = rangeOf(proxy)
    return network.kind() === asked.kind() && asked.match(network, bits)
  })
}

/** A single address is a range of one. */
const rangeOf = (proxy: string) =>
  ipaddr.parseCIDR(proxy.includes('/') ? proxy : `${proxy}/${isIP(proxy) === 4 ? 32 : 128}`)

/** An IPv4 address that came over a socket for both is written as an IPv6 one. */
const plain = (address: string) => address.replace(/^::ffff:(?=[\d.]+$)/i, '')
