import type { Head } from './head.ts'

/** What the head says under the first of these names that says something, as text. */
export function textOf(head: Head, ...names: readonly string[]): string {
  return listOf(head, ...names)[0] ?? ''
}

/** The same as a list: one value is a list of one, and a person may be `{ name: … }`. */
export function listOf(head: Head, ...names: readonly string[]): string[] {
  for (const name of names) {
    const said = [head.get(name)].flat(1).map(wordsIn).filter(Boolean)
    if (said.length > 0) return said
  }
  return []
}

/** A whole number as a database keeps it, or null. */
export function numberOf(head: Head, ...names: readonly string[]): number | null {
  const written = textOf(head, ...names)
  const value = Math.round(Number(written))
  return written !== '' && Math.abs(value) <= 1_000_000_000 ? value : null
}

function wordsIn(value: unknown): string {
  if (typeof value === 'string') return /^(?:~|null)$/i.test(value) ? '' : value.trim()
  if (typeof value !== 'object' || value === null || !('name' in value)) return ''
  return typeof value.name === 'string' ? value.name.trim() : ''
}
