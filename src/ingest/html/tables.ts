import type { Spoken } from '#catalogue'
import type { DraftBlock } from '../draft.ts'
import { asInline } from './as-inline.ts'
import type { Page } from './page.ts'
import { attribute, childrenOf, type Element, elementsIn } from './tree.ts'

/** More columns than this are no table that a person can read. */
const widest = 100

/**
 * A table, followed by what its cells held that cannot stand in one. A table that only lays out
 * (one cell a row, or tables within) gives the blocks of its cells.
 */
export function tableBlocks(table: Element, page: Page, around: Required<Spoken>): DraftBlock[] {
  const rows = rowsOf(table)
  if (isLayout(table, rows)) {
    return rows.flatMap((row) => page.blocksIn(row.cells, around))
  }
  const others: DraftBlock[] = []
  const inline = (element: Element) => {
    const { html, lists, others: beside } = asInline(page.blocksIn([element], around))
    const listed = lists.flatMap((list) => list.items.map((item) => item.html))
    others.push(...beside)
    return [html, ...listed].filter(Boolean).join('<br>')
  }
  const caption = childrenOf(table).find(({ tagName }) => tagName === 'caption')
  const said = caption === undefined ? '' : inline(caption)
  const grid = gridOf(rows, inline)
  if (grid.every((row) => row.every((cell) => cell === ''))) return others
  const headed = rows[0]?.isHead === true
  const [head = []] = headed ? grid : []
  return [{ kind: 'table', caption: said, head, rows: headed ? grid.slice(1) : grid }, ...others]
}

interface Row {
  readonly cells: readonly Element[]
  readonly isHead: boolean
}

function rowsOf(table: Element): Row[] {
  return childrenOf(table)
    .flatMap((part) => (part.tagName === 'tr' ? [part] : childrenOf(part)))
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) => {
      const cells = childrenOf(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th')
      const inHead = row.parentNode !== null && row.parentNode.nodeName === 'thead'
      return { cells, isHead: inHead || cells.every(({ tagName }) => tagName === 'th') }
    })
    .filter(({ cells }) => cells.length > 0)
}

function isLayout(table: Element, rows: readonly Row[]): boolean {
  const holdsTable = elementsIn(table.childNodes).some(({ tagName }) => tagName === 'table')
  return holdsTable || rows.every(({ cells, isHead }) => cells.length === 1 && !isHead)
}

/** Rows of equal length: a cell that spans several places stands in the first of them. */
function gridOf(rows: readonly Row[], inline: (cell: Element) => string): string[][] {
  const grid: string[][] = rows.map(() => [])
  const taken = new Set<string>()
  for (const [y, { cells }] of rows.entries()) {
    let x = 0
    for (const cell of cells) {
      while (taken.has(`${y} ${x}`)) x += 1
      if (x >= widest) break
      const wide = Math.min(spanOf(cell, 'colspan'), widest - x)
      const tall = Math.min(spanOf(cell, 'rowspan'), rows.length - y)
      for (let at = 0; at < wide * tall; at += 1) {
        taken.add(`${y + Math.floor(at / wide)} ${x + (at % wide)}`)
      }
      const row = grid[y]
      if (row !== undefined) row[x] = inline(cell)
      x += wide
    }
  }
  const width = Math.max(...grid.map((row) => row.length))
  return grid.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? ''))
}

function spanOf(cell: Element, name: string): number {
  const span = Number.parseInt(attribute(cell, name), 10)
  return Number.isNaN(span) ? 1 : Math.max(span, 1)
}
