import { kindsOfQuestion } from './questions.ts'
import { head, type Line, row, verdict } from './report.ts'
import { type SearchSpeed, type SearchTime, viewers } from './search.ts'

/** Milliseconds for 95 of 100 questions, by how many stories the stand has. */
const budgetFor = (stories: number): number => (stories <= 100_000 ? 15 : 50)

export const searchHead = head([
  'Question',
  'N',
  ...viewers.flatMap((viewer) => [`${viewer}: p50`, 'p95', 'most', 'processor p95']),
  'cut short',
  'budget',
  '',
])

/** A line for each kind of question, and one for all of them, which has to keep to the budget. */
export function searchLines({ stories, times }: SearchSpeed): Line[] {
  const lines = kindsOfQuestion.map((kind) => ({
    text: row([kind, ...cells(times.filter((time) => time.kind === kind)), '', '']),
    passed: null,
  }))
  const budget = budgetFor(stories)
  const passed = shareOf(times, 0.95) <= budget
  const cellsOfAll = [...cells(times), `p95 ≤ ${budget} ms`, verdict(passed)]
  const all = { text: row(['**all**', ...cellsOfAll]), passed }
  return [...lines, all]
}

function cells(times: readonly SearchTime[]): string[] {
  const figures = viewers.flatMap((viewer) => {
    const theirs = times.filter((time) => time.viewer === viewer)
    const shown = (milliseconds: number) => `${milliseconds.toFixed(1)} ms`
    const waits = [0.5, 0.95, 1].map((share) => shown(shareOf(theirs, share)))
    return [...waits, shown(shareOf(theirs, 0.95, ({ processor }) => processor))]
  })
  const narrow = times.filter((time) => time.narrow).length
  return [times.length.toLocaleString('en'), ...figures, `${narrow}`]
}

/** The time within which this share of the questions was answered. */
function shareOf(
  times: readonly SearchTime[],
  share: number,
  of: (time: SearchTime) => number = ({ milliseconds }) => milliseconds,
): number {
  const sorted = times.map(of).toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
