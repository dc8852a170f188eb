/** FNV-1a: spreads names evenly and never changes. */
export function numberOf(name: string): number {
  let number = 0x811c9dc5
  for (const byte of Buffer.from(name)) number = Math.imul(number ^ byte, 0x01000193) >>> 0
  return (number ^ (number >>> 15)) >>> 0
}

/** Numbers from 0 to below 1 that look thrown and are always the same for a name (mulberry32). */
export type Chance = () => number

export function chanceOf(name: string): Chance {
  let state = numberOf(name)
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of a list, the same for a name for ever; undefined of an empty list. */
export function chosen<Item>(list: readonly Item[], name: string): Item | undefined {
  return list[numberOf(name) % list.length]
}
