import { randomUUIDv7 } from 'node:crypto'

let last = ''

/**
 * A new identifier (UUID version 7, RFC 9562): ids made later sort later, those of one process even
 * within a millisecond (section 6.2, method 2).
 */
export function newId(): string {
  const fresh = randomUUIDv7()
  last = fresh > last ? fresh : after(last)
  return last
}

const places = 12

/** The next one: its last 48 bits, which are random, are counted up. */
function after(id: string): string {
  const tail = BigInt.asUintN(48, BigInt(`0x${id.slice(-places)}`) + 1n)
  return id.slice(0, -places) + tail.toString(16).padStart(places, '0')
}
