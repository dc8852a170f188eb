export interface Stamp {
  readonly key: string
  readonly stamp: number
}

/** Every "p1-2020-01-01-3 as of round 12" in a text. */
export function stampsIn(text: string): Stamp[] {
  return [...text.matchAll(/(p\d+-\d{4}-\d{2}-\d{2}-\d+) as of round (\d+)/g)].map(
    ([, key = '', stamp]) => ({ key, stamp: Number(stamp) }),
  )
}
