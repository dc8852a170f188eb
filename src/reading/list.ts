import { type Keys, keyedDigest } from '#accounts'
import { digestOf } from '#ground/digest'
import { newId } from '#ground/ids'
import { charactersIn, oneLine } from '#ground/one-line'
import { bad, good, type Outcome } from '#ground/outcome'
import { barOn, type ListBar } from './list-bar.ts'

/** Stories that a reader put together, in their own order: nobody else sees it until it is shared. */
export interface ReaderList {
  readonly id: string
  readonly title: string
  /** What it is for: one line of plain text, or empty. */
  readonly why: string
  /** How its maker is called where it is shared; empty when they give no name. */
  readonly shownName: string
  /** Null when nobody else sees it. */
  readonly sharing: Sharing | null
  readonly madeAt: Temporal.Instant
  readonly changedAt: Temporal.Instant
  /** In the reader's order. A story that was withdrawn is in none. */
  readonly listed: readonly Listed[]
}

export interface Listed {
  readonly storyId: string
  /** What the reader says of it: plain text, or empty. */
  readonly note: string
  readonly addedAt: Temporal.Instant
}

export interface Sharing {
  /** What the token in its address follows from, with a key that is not where this is kept. */
  readonly seed: string
  /** Of the token, by which the list is found. */
  readonly digest: string
  readonly since: Temporal.Instant
}

/** How many lists one reader has, how many stories one list holds, and characters of each text. */
export const listRules = {
  lists: 100,
  stories: 500,
  longest: { title: 120, why: 300, name: 80, note: 300 },
} as const

/** What cannot be kept, and where; of a note, with the id of its story. */
export interface ListFault {
  readonly at: keyof typeof listRules.longest
  /** "gone": its story was taken off the list while the note was typed. */
  readonly why: 'missing' | 'too-long' | 'changed' | 'gone'
  readonly storyId?: string
  /** What was written there meanwhile, where that is what is wrong. */
  readonly kept?: string
}

/** A list without a story, which nobody else sees. */
export function newList(typed: string, at: Temporal.Instant): Outcome<ReaderList, ListFault> {
  const title = oneLine(typed)
  const [fault] = faultsOf({ title })
  if (fault !== undefined) return bad(fault)
  const words = { title, why: '', shownName: '' }
  const times = { madeAt: at, changedAt: at }
  return good({ id: newId(), ...words, sharing: null, ...times, listed: [] })
}

/** Under another title, and with another line on what it is for. */
export function withListWords(
  list: ReaderList,
  typed: Readonly<Record<'title' | 'why', string>>,
  changedAt: Temporal.Instant,
): Outcome<ReaderList, readonly ListFault[]> {
  const words = { title: oneLine(typed.title), why: oneLine(typed.why) }
  const faults = faultsOf(words)
  return faults.length > 0 ? bad(faults) : good({ ...list, ...words, changedAt })
}

/** With this story at its end; one that is in it already stays where it is. */
export function withListed(
  list: ReaderList,
  storyId: string,
  at: Temporal.Instant,
): Outcome<ReaderList, 'full'> {
  if (list.listed.some((one) => one.storyId === storyId)) return good(list)
  if (list.listed.length >= listRules.stories) return bad('full')
  const listed = [...list.listed, { storyId, note: '', addedAt: at }]
  return good({ ...list, listed, changedAt: at })
}

/** The list without this story, whether it was on it or not. */
export function withoutListed(
  list: ReaderList,
  storyId: string,
  changedAt: Temporal.Instant,
): ReaderList {
  return { ...list, listed: list.listed.filter((one) => one.storyId !== storyId), changedAt }
}

/**
 * Some of its stories in another order, among the places that they have: the others stay where they
 * are, whether they are on another page of the list or came in meanwhile.
 */
export function inOrder(
  list: ReaderList,
  storyIds: readonly string[],
  changedAt: Temporal.Instant,
): ReaderList {
  const known = new Map(list.listed.map((one) => [one.storyId, one]))
  const moving = [...new Set(storyIds)].flatMap((id) => known.get(id) ?? [])
  const ids = new Set(moving.map(({ storyId }) => storyId))
  const next = moving.values()
  const listed = list.listed.map((one) => (ids.has(one.storyId) ? (next.next().value ?? one) : one))
  return { ...list, listed, changedAt }
}

/**
 * With other notes, by the ids of stories; those that are not named keep theirs, and a note of a
 * story that is not on the list is let go.
 */
export function withNotes(
  list: ReaderList,
  typed: ReadonlyMap<string, string>,
  changedAt: Temporal.Instant,
): Outcome<ReaderList, readonly ListFault[]> {
  const on = new Set(list.listed.map(({ storyId }) => storyId))
  const theirs = [...typed].filter(([storyId]) => on.has(storyId))
  const notes = new Map(theirs.map(([storyId, note]) => [storyId, oneLine(note)]))
  const faults = [...notes].flatMap(([storyId, note]) =>
    faultsOf({ note }).map((fault) => ({ ...fault, storyId })),
  )
  if (faults.length > 0) return bad(faults)
  const listed = list.listed.map((one) => ({ ...one, note: notes.get(one.storyId) ?? one.note }))
  return good({ ...list, listed, changedAt })
}

/**
 * Shared under an address that nobody had before; one that is shared keeps its address.
 * @param bars of its reader
 */
export function asShared(
  list: ReaderList,
  keys: Pick<Keys, 'lists'>,
  {
    name,
    at,
    bars,
  }: {
    readonly name: string
    readonly at: Temporal.Instant
    readonly bars: readonly ListBar[]
  },
): Outcome<ReaderList, ListFault | 'barred'> {
  if (barOn(list, bars) !== null) return bad('barred')
  const shownName = oneLine(name)
  const [fault] = faultsOf({ name: shownName })
  if (fault !== undefined) return bad(fault)
  if (list.sharing !== null) return good({ ...list, shownName, changedAt: at })
  const seed = newId()
  const sharing = { seed, digest: digestOf(tokenFrom(keys, seed)), since: at }
  return good({ ...list, shownName, sharing, changedAt: at })
}

/** As it may stay after a change: what has become much like a barred list is shared no longer. */
export const withinBars = (
  list: ReaderList,
  bars: readonly ListBar[],
  at: Temporal.Instant,
): ReaderList => (list.sharing !== null && barOn(list, bars) !== null ? asPrivate(list, at) : list)

/** Its address leads nowhere from now on. */
export const asPrivate = (list: ReaderList, changedAt: Temporal.Instant): ReaderList => ({
  ...list,
  sharing: null,
  changedAt,
})

/**
 * What stands in the address of a shared list. It is kept nowhere: it follows from what is kept and
 * a key of the stand, so that whoever reads the database alone finds no list by it.
 */
export function sharedToken(keys: Pick<Keys, 'lists'>, { seed }: Pick<Sharing, 'seed'>): string {
  return tokenFrom(keys, seed)
}

const tokenFrom = ({ lists }: Pick<Keys, 'lists'>, seed: string) => keyedDigest(lists, seed)

function faultsOf(words: Partial<Readonly<Record<ListFault['at'], string>>>): readonly ListFault[] {
  const fields = ['title', 'why', 'name', 'note'] as const
  return fields.flatMap((at): readonly ListFault[] => {
    const text = words[at] ?? ''
    if (at === 'title' && at in words && text === '') return [{ at, why: 'missing' }]
    return charactersIn(text) > listRules.longest[at] ? [{ at, why: 'too-long' }] : []
  })
}
