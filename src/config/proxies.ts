import { isIP } from 'node:net'

/**
 * The servers in front of this one: addresses, and ranges as "10.0.0.0/8". A range that holds every
 * address is a mistake: then anybody could say that they are somebody else.
 */
export function proxiesIn(given: string, mistakes: string[]): readonly string[] {
  const proxies = given.split(/[\s,]+/).filter((one) => one !== '')
  const strange = proxies.filter((one) => !isProxy(one))
  mistakes.push(
    ...strange.map(
      (one) =>
        `KIOSK_PROXIES must hold IP addresses, or ranges such as 10.0.0.0/8; "${one}" is neither`,
    ),
  )
  return proxies
}

function isProxy(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const kind = isIP(address)
  if (kind === 0 || more.length > 0) return false
  if (bits === undefined) return true
  const most = kind === 4 ? 32 : 128
  return /^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most
}
