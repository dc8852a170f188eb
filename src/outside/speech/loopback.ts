/**
 * The host that is sent a story when this address is; null when that is this very machine. A machine
 * next to it is another one: the text leaves.
 */
export function leavesTo(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const here = host === 'localhost' || host.endsWith('.localhost') || host === '::1'
  return here || /^127\.\d+\.\d+\.\d+$/.test(host) ? null : host
}
