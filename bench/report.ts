import type { ImportSpeed } from './import-speed.ts'
import type { NarrationSpeed } from './narration-speed.ts'
import { median, type Score } from './rounds.ts'

/** The budget for structured input, durable and indexed: stories a second on one core. */
const importBudget = 500

export interface Line {
  readonly text: string
  /** Null where nothing is promised. */
  readonly passed: boolean | null
}

export function pageLines(scores: readonly Score[]): Line[] {
  return scores.map(({ contest, ratios, ours, bare, costs, generatorBusy, answers }) => {
    const ratio = median(ratios)
    const passed = contest.budget === null ? null : ratio >= contest.budget
    const spread = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`
    const cells = [
      contest.name,
      `${(contest.bytes / 1_000).toFixed(1)} kB`,
      answers.toLocaleString('en'),
      rounded(ours),
      rounded(bare),
      costs === null ? '–' : `${rounded(costs.ours)} / ${rounded(costs.bare)}`,
      `**${ratio.toFixed(2)}**`,
      spread,
      contest.budget === null ? '–' : `≥ ${contest.budget.toFixed(2)}`,
      verdict(passed),
      `${Math.round(generatorBusy * 100)} %`,
    ]
    return { text: row(cells), passed }
  })
}

export const pageHead = head([
  'Page, not signed in unless it says so',
  'body',
  'N',
  'Kiosk/s',
  'bare/s',
  'CPU µs, each',
  'ratio',
  'rounds',
  'budget',
  '',
  'generator busy',
])

export function importLine({ stories, rounds, alone, command }: ImportSpeed): Line {
  const passed = alone >= importBudget
  const n = `${stories.toLocaleString('en')} × ${rounds}`
  const cells = ['Atom, full text of 700 words', n, rounded(alone), rounded(command)]
  return { text: row([...cells, `≥ ${importBudget}`, verdict(passed)]), passed }
}

export const importHead = head([
  '`kiosk import`, durable',
  'N',
  'stories/s',
  'with start-up',
  'budget',
  '',
])

/** Seconds: until a story of 900 words is a whole file, and until its first sentence is heard. */
const narrationBudgets = { whole: 5, first: 0.5 }

export function narrationLines(speed: NarrationSpeed): Line[] {
  const { words, rounds, whole, first, cold, heard } = speed
  const line = (name: string, seconds: number, budget: number | null): Line => {
    const passed = budget === null ? null : seconds <= budget
    const promise = budget === null ? '–' : `≤ ${budget} s`
    return {
      text: row([name, `${rounds}`, `${seconds.toFixed(2)} s`, promise, verdict(passed)]),
      passed,
    }
  }
  return [
    line(
      `${words}-word story, whole file (${Math.round(heard)} s of sound)`,
      whole,
      narrationBudgets.whole,
    ),
    line('First sentence', first, narrationBudgets.first),
    line('First sentence, nothing runs yet', cold, null),
  ]
}

export const narrationHead = head(['Narration, text to MP3', 'N', 'time', 'budget', ''])

export function verdict(passed: boolean | null): string {
  if (passed === null) return ''
  return passed ? 'pass' : 'FAIL'
}

export function head(names: readonly string[]): string {
  return `${row(names)}\n${row(names.map((_, index) => (index === 0 ? '---' : '---:')))}`
}

export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

const rounded = (value: number) => Math.round(value).toLocaleString('en')
