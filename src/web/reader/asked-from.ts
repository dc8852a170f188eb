import type { Context } from 'hono'
import type { WebSettings } from '../needs.ts'
import type { Visit } from '../visit.ts'

/**
 * The IP address of who asks; empty when nobody knows. What a request says of itself is believed
 * only when it comes from a server that the operator put in front, and only up to the first address
 * that is none of those.
 */
export function askedFrom(c: Context<Visit>, { proxies }: Pick<WebSettings, 'proxies'>): string {
  const near = plain(c.env?.incoming?.socket.remoteAddress ?? '')
  if (!proxies.includes(near)) return near
  const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => plain(hop.trim()))
  return hops.findLast((hop) => !proxies.includes(hop)) || near
}

/** An IPv4 address that came over a socket for both is written as an IPv6 one. */
const plain = (address: string) => address.replace(/^::ffff:(?=[\d.]+$)/i, '')
