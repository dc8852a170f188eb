import type { Seen } from './look-at.ts'

/** A Markdown table of what was seen: how tall every page is, and how many faults it has. */
export function tableOf(seen: readonly Seen[]): string {
  const widths = [...new Set(seen.map(({ width }) => width))]
  const rows = [...Map.groupBy(seen, ({ page, locale }) => `${page.name} | ${locale}`)].map(
    ([name, looks]) => {
      const cells = widths.map((wanted) => cellOf(looks.find(({ width }) => width === wanted)))
      return `| ${name} | ${cells.join(' | ')} |`
    },
  )
  const head = `| Page | in | ${widths.map((width) => `${width} px wide`).join(' | ')} |`
  return [head, `| --- | --- |${' ---: |'.repeat(widths.length)}`, ...rows].join('\n')
}

function cellOf(look: Seen | undefined): string {
  if (look === undefined) return '–'
  const { height, faults } = look
  return faults.length === 0 ? `${height} tall` : `**${faults.length} faults**`
}

/** Every fault in words, with where it was seen. */
export function faultsOf(seen: readonly Seen[]): string[] {
  const all = seen.flatMap(({ page, locale, width, faults }) =>
    faults.map((fault) => `${page.name}, ${locale}, ${width} px: ${fault}`),
  )
  return [...new Set(all)]
}
