/** Random numbers that come again with the same seed. */
export interface Chance {
  /** 0 (included) to 1 (excluded). */
  readonly share: () => number
  /** A whole number from 0 to one below `count`. */
  readonly below: (count: number) => number
  readonly oneOf: <Value>(values: readonly Value[]) => Value
}

/** Xorshift on 32 bits (Marsaglia 2003); a seed of 0 would stay 0 for ever, so it is moved. */
export function chanceFrom(seed: number): Chance {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1
  const share = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(share() * count)
  return {
    share,
    below,
    oneOf: (values) => {
      const value = values[below(values.length)]
      if (value === undefined) throw new RangeError('There is nothing to choose from')
      return value
    },
  }
}

/** A new list in a random order (Fisher and Yates). */
export function shuffled<Value>(values: readonly Value[], chance: Chance): Value[] {
  const left = [...values]
  const mixed: Value[] = []
  while (left.length > 0) {
    const at = chance.below(left.length)
    const last = left.pop()
    if (last === undefined) break
    mixed.push(at < left.length ? (left[at] ?? last) : last)
    if (at < left.length) left[at] = last
  }
  return mixed
}
