import { type Chosen, type Collection, type Topic, topicNamed } from '#catalogue'
import type { CollectionWords } from '#desk'

/** What stands in the fields of the form: text, as it was typed or as it is kept. */
export interface Typed {
  readonly title: string
  readonly introduction: string
  readonly language: string
  readonly everywhere: boolean
  readonly editor: string
  readonly topic: string
  readonly starts: string
  readonly ends: string
  readonly chosen: readonly Chosen[]
  /** Of the collection that it was made from. */
  readonly revision: number
  /** What was typed to add a story. */
  readonly find: string
  readonly picked: string
  readonly address: string
  readonly reason: string
}

export type ReadField = (name: string) => string

export function typedFrom(collection: Collection, zone: string): Typed {
  return {
    ...collection,
    topic: collection.topic ?? '',
    starts: clockText(collection.starts, zone),
    ends: clockText(collection.ends, zone),
    ...{ find: '', picked: '', address: '', reason: '' },
  }
}

/** The stories stand in a field of their own, in their order, so that moving one is changing a line. */
export function typedIn(read: ReadField): Typed {
  const ids = [...new Set(read('order').split(' '))].filter((id) => id !== '')
  return {
    title: read('title'),
    introduction: read('introduction'),
    language: read('language'),
    everywhere: read('everywhere') !== '',
    editor: read('editor'),
    topic: read('topic'),
    starts: read('starts').trim(),
    ends: read('ends').trim(),
    chosen: ids.map((storyId) => ({ storyId, reason: read(`reason ${storyId}`) })),
    revision: Number(read('revision')),
    find: read('find').trim(),
    picked: read('picked'),
    address: read('address').trim(),
    reason: read('new-reason'),
  }
}

/** Dates that cannot be read come as 'no-date'. */
export interface Moments {
  readonly starts: Temporal.Instant | null | 'no-date'
  readonly ends: Temporal.Instant | null | 'no-date'
}

/** A date that was left as it stood means the very moment that is kept, with its seconds. */
export function momentsOf(typed: Typed, kept: Collection, zone: string): Moments {
  const read = (text: string, before: Temporal.Instant | null) =>
    text === clockText(before, zone) ? before : momentIn(text, zone)
  return { starts: read(typed.starts, kept.starts), ends: read(typed.ends, kept.ends) }
}

export function wordsFrom(
  typed: Typed,
  moments: { readonly [Name in keyof Moments]: Temporal.Instant | null },
): CollectionWords {
  const { title, introduction, language, everywhere, editor, chosen } = typed
  const topic: Topic | null = topicNamed(typed.topic)
  return { title, introduction, language, everywhere, editor, chosen, topic, ...moments }
}

/** As a control for dates and times has it: "2026-11-23T08:00". */
export function clockText(at: Temporal.Instant | null, zone: string): string {
  if (at === null) return ''
  const local = at.toZonedDateTimeISO(zone).toPlainDateTime()
  return local.toString({ smallestUnit: 'minute' })
}

function momentIn(text: string, zone: string): Temporal.Instant | null | 'no-date' {
  if (text === '') return null
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant()
  } catch {
    return 'no-date'
  }
}
