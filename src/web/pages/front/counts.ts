import type { Tongue } from '../../languages/tongue.ts'

/** "9 publications", "More than 9,300 publications": never more than there are. */
export function countOf({ say }: Tongue, what: 'publications' | 'stories', count: number): string {
  const rounded = roundedDown(count)
  if (rounded === count) return say(`count-${what}`, { count })
  return say(`count-${what}-more`, { count: rounded })
}

/** To its two leading digits; below 100 it stays as it is. */
export function roundedDown(count: number): number {
  const step = 10 ** Math.max(0, String(count).length - 2)
  return Math.floor(count / step) * step
}
