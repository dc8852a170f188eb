import { circumstances } from './machine.ts'
import { head, type Line, row, verdict } from './report.ts'
import { median } from './rounds.ts'
import type { SizeFacts } from './size.ts'

/** From the start of the process to the first page, and what is resident then. */
const budgets = { milliseconds: 1_000, megabytes: 200, whileSearching: 0.8 }

export function sizeTitle({ stories }: SizeFacts): string {
  return `${circumstances()}\nStand of ${stories.toLocaleString('en')} stories\n`
}

export const sizeHead = head(['What', 'N', 'cold: median', 'most', 'warm: median', 'budget', ''])

export function sizeLines(facts: SizeFacts): Line[] {
  const { firstPage, firstStory, megabytesAtFirst, megabytesSoon, megabytesAtEnd } = facts
  const { pages, whileSearching } = facts
  const shown = (value: number) => `${value.toFixed(1)} ms`
  const one = (what: string, value: string, budget: string, passed: boolean | null): Line => ({
    text: row([what, '1', value, '', '', budget, verdict(passed)]),
    passed,
  })
  const share = median(whileSearching)
  const fits = (megabytes: number | null) =>
    megabytes === null ? null : megabytes <= budgets.megabytes
  return [
    one('start to first page', shown(firstPage), '≤ 1,000 ms', firstPage <= budgets.milliseconds),
    one('resident after it', `${megabytesAtFirst} MB`, '≤ 200 MB', fits(megabytesAtFirst)),
    one('the first story after it', shown(firstStory), '', null),
    one('resident ten seconds later', `${megabytesSoon} MB`, '≤ 200 MB', fits(megabytesSoon)),
    ...pages.map(({ kind, cold, warm }) => ({
      text: row([
        kind,
        `${cold.length}`,
        shown(median(cold)),
        shown(Math.max(...cold)),
        shown(median(warm)),
        '',
        '',
      ]),
      passed: null,
    })),
    one('resident after all pages', `${megabytesAtEnd} MB`, '', null),
    one(
      'story pages while 20 searches a second run, of those without',
      share.toFixed(2),
      '≥ 0.80',
      share >= budgets.whileSearching,
    ),
  ]
}
