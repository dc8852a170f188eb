import { momentIn } from '../../time/moment.ts'
import { objectIn } from '../object-in.ts'

export type Item = Readonly<Record<string, unknown>>

/** What is said under one of several names, the first that says something; empty for nothing. */
export function textAt(item: Item, ...names: readonly string[]): string {
  for (const name of names) {
    const value = Object.hasOwn(item, name) ? item[name] : undefined
    if (typeof value === 'string' && value.trim() !== '') return value
  }
  return ''
}

/** The objects of a list, or of a map in the order of its names. */
export function objectsAt(item: Item, ...names: readonly string[]): Item[] {
  return names.flatMap((name) => {
    const value = Object.hasOwn(item, name) ? item[name] : undefined
    if (typeof value !== 'object' || value === null) return []
    return Object.values(value)
      .map(objectIn)
      .filter((object) => object !== null)
  })
}

/** A piece of text with the role its sender gave it. */
export interface Said {
  readonly role: string
  readonly contentType: string
  readonly value: string
}

/**
 * All texts of one sort, whether they stand in a list ("headlines") or under names of their own
 * ("headline", "headline_sub").
 */
export function saidAs(item: Item, listed: string, single: string): Said[] {
  const inList = objectsAt(item, listed).map((entry) => ({
    role: textAt(entry, 'role').toLowerCase(),
    contentType: textAt(entry, 'contentType', 'contenttype').toLowerCase(),
    value: textAt(entry, 'value'),
  }))
  const named = Object.keys(item)
    .filter((name) => name === single || name.startsWith(`${single}_`))
    .map((name) => ({
      role: name.slice(single.length + 1).toLowerCase(),
      contentType: /_x?html/.test(name) ? 'text/html' : '',
      value: textAt(item, name),
    }))
  return [...inList, ...named].filter(({ value }) => value !== '')
}

/** The first text in one of these roles; the order is that of the roles. */
export function inRole(said: readonly Said[], roles: readonly string[]): Said | undefined {
  for (const role of roles) {
    const found = said.find((one) => one.role === role)
    if (found !== undefined) return found
  }
  return undefined
}

/** A moment with its zone as ISO 8601 writes it, or null: nothing is guessed. */
export function exactMoment(text: string): Temporal.Instant | null {
  return /T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(text.trim()) ? momentIn(text, 'UTC') : null
}
