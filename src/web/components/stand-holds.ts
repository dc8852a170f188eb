import type { Counts } from '../keeping/shelves.ts'
import type { Tongue } from '../languages/tongue.ts'
import { roundedDown } from '../pages/front/counts.ts'

/** "14 publications and more than 8,000 stories": never more than there are. */
export function standHolds(tongue: Tongue, { publications, stories }: Counts): string {
  return tongue.list([
    counted(tongue, 'publications', publications),
    counted(tongue, 'stories', stories),
  ])
}

function counted({ say }: Tongue, what: keyof Counts, count: number): string {
  const rounded = roundedDown(count)
  return say(`${rounded === count ? 'count' : 'over'}-${what}`, { count: rounded })
}
