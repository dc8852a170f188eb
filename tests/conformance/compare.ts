import { matchesGlob } from 'node:path'
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { parseFragment } from 'parse5'
import { disagreements } from './disagreements.ts'
import type { Miss, Report } from './report.ts'

/** Collects what one suite shows, field by field. */
export interface Comparison {
  /** Text that may hold mark-up on their side: tags stripped, white space left out. */
  text(file: string, field: string, expected: string | null, got: string | null): void
  /** Dates as moments, to the second. */
  moment(file: string, field: string, expected: string | null, got: Temporal.Instant | null): void
  /** Addresses, written the same way. */
  address(file: string, field: string, expected: string | null, got: string | null): void
  /** Something that must hold. */
  must(file: string, field: string, expected: string, got: string): void
  count(name: string): void
  /** One more file was read. */
  read(answer: string): void
  report(suite: string, bar: number): Report
}

export function openComparison(): Comparison {
  const misses: Miss[] = []
  const counts: Record<string, number> = {}
  let cases = 0
  let fields = 0
  const count = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1
  }
  const note = (file: string, field: string, expected: string, got: string, isEqual: boolean) => {
    fields += 1
    if (!isEqual) misses.push({ file, field, expected, got, why: whyOf(file, field) })
  }
  return {
    text(file, field, expected, got) {
      if (expected === null) return
      const ours = bare(got ?? '')
      const isEqual = ours === letters(expected) || ours === bare(expected)
      note(file, field, expected, got ?? '(nothing)', isEqual)
    },
    moment(file, field, expected, got) {
      if (expected === null) return
      const theirs = Temporal.Instant.from(expected).epochMilliseconds
      const isEqual =
        Math.floor(theirs / 1000) === Math.floor((got?.epochMilliseconds ?? -1) / 1000)
      note(file, field, expected, String(got), isEqual)
    },
    address(file, field, expected, got) {
      if (expected === null) return
      const theirs = URL.parse(expected)?.href ?? expected
      note(file, field, expected, got ?? '(nothing)', theirs === (got && URL.parse(got)?.href))
    },
    must: (file, field, expected, got) => note(file, field, expected, got, expected === got),
    count,
    read(answer) {
      cases += 1
      count(answer)
    },
    report(suite, bar) {
      const equal = fields - misses.length
      return { suite, cases, fields, equal, bar, misses, counts }
    },
  }
}

function whyOf(file: string, field: string): string {
  const found = disagreements.find(
    ([pattern, fieldPattern]) => matchesGlob(file, pattern) && matchesGlob(field, fieldPattern),
  )
  return found?.[2] ?? ''
}

/** Their side may still hold tags and references; ours is text. */
export function letters(html: string): string {
  return bare(textOf(parseFragment(html).childNodes))
}

function bare(text: string): string {
  return text.normalize('NFC').replace(/[\s\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/gu, '')
}

function textOf(nodes: readonly Tree.ChildNode[]): string {
  return nodes
    .map((node) => {
      if ('value' in node) return node.value
      const isRead = 'tagName' in node && !/^(?:script|style|iframe|noscript)$/.test(node.tagName)
      return isRead ? textOf(node.childNodes) : ''
    })
    .join('')
}
