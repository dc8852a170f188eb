import type { Draft, Hold } from '#ingest'
import { type Answer, accepted, declined } from './answer.ts'
import { type Batch, type Item, isOlder, itemName, keptOff, stale } from './batch.ts'
import type { Press } from './store.ts'

export interface HeldItem extends Item {
  readonly hold: Hold
  /** The sender holds it, so what is on the stand of it has to leave; the desk only schedules. */
  readonly bySender: boolean
}

export interface Sorted {
  /** What is answered without a write. */
  readonly answers: readonly Answer[]
  readonly toHold: readonly HeldItem[]
  readonly toWithdraw: readonly Item[]
  /** By edition date, oldest first; in a date in the order of arrival. */
  readonly toPrint: readonly EditionItems[]
}

export interface EditionItems {
  readonly date: Temporal.PlainDate
  readonly items: readonly Item[]
}

/** Decides what has to become of every entry. Reads what is known, and changes nothing. */
export async function sortItems(press: Press, batch: Batch, at: Temporal.Instant): Promise<Sorted> {
  const { publication, entries, publishAt } = batch
  const keys = entries.flatMap(({ entry }) => (entry.ok ? [entry.draft.key] : []))
  const known = await press.known(publication.id, keys)

  const answers: Answer[] = []
  const toHold: HeldItem[] = []
  const toWithdraw: Item[] = []
  const toPrint: Item[] = []
  const seen = new Set<string>()
  const newest = newestVersions(entries)
  for (const { entry, from } of entries) {
    if (!entry.ok) {
      answers.push(declined(entry.status, entry.remarks, { where: from }))
      continue
    }
    const { draft, remarks } = entry
    const item = { draft, remarks, from, known: known.get(draft.key) ?? null }
    const hold = holdFor(draft, publishAt, at)
    if (isOlder(draft.version, newest.get(draft.key) ?? null)) {
      answers.push(stale(item))
      continue
    }
    if (seen.has(draft.key)) answers.push(twice(item))
    else if (isOvertaken(item, hold, at)) answers.push(stale(item))
    else if (draft.cancelled) toWithdraw.push(item)
    else if (isKnown(item, hold, at)) answers.push(unchanged(item))
    else if (item.known?.story?.withdrawnBy === 'desk') answers.push(keptOff(item))
    else if (hold !== null) toHold.push({ ...item, hold, bySender: isHeldBack(draft, at) })
    else toPrint.push(item)
    seen.add(draft.key)
  }
  return { answers, toHold, toWithdraw, toPrint: byDate(toPrint, publication.timeZone, at) }
}

/** Of one story that came in several versions the newest counts, whatever their order. */
function newestVersions(entries: Batch['entries']): ReadonlyMap<string, Temporal.Instant> {
  const newest = new Map<string, Temporal.Instant>()
  for (const { entry } of entries) {
    if (!entry.ok || entry.draft.version === null) continue
    const { key, version } = entry.draft
    if (!isOlder(version, newest.get(key) ?? version)) newest.set(key, version)
  }
  return newest
}

function isOvertaken(item: Item, hold: Hold | null, at: Temporal.Instant): boolean {
  const { draft, known } = item
  return known !== null && isOlder(draft.version, known.version) && !isKnown(item, hold, at)
}

/** The later of the sender's hold and the desk's; null when both have passed. */
function holdFor(
  draft: Draft,
  publishAt: Temporal.Instant | null,
  at: Temporal.Instant,
): Hold | null {
  const { hold } = draft
  if (hold !== null && hold.until === null) return hold
  const senders = hold?.until ?? at
  const desks = publishAt ?? at
  const until = Temporal.Instant.compare(senders, desks) >= 0 ? senders : desks
  if (Temporal.Instant.compare(until, at) <= 0) return null
  if (hold !== null && until.equals(senders)) return hold
  const message = `Scheduled for ${until}.`
  return { until, because: { code: 'item.scheduled', message, where: '' } }
}

/** Whether the sender lets nobody see it now, however much later the desk would bring it out. */
function isHeldBack({ hold }: Draft, at: Temporal.Instant): boolean {
  return hold !== null && (hold.until === null || Temporal.Instant.compare(hold.until, at) > 0)
}

/** The same words in the same state: on the stand, or waiting for the same hour. */
function isKnown({ draft, known }: Item, hold: Hold | null, at: Temporal.Instant): boolean {
  if (known === null || known.digest !== draft.digest) return false
  if (known.held === null) {
    const onStand = known.story !== null && known.story.withdrawnBy === null
    return onStand && !isHeldBack(draft, at)
  }
  if (hold === null) return false
  const { until } = known.held
  return until === null || hold.until === null ? until === hold.until : until.equals(hold.until)
}

/** What was remarked on was said when it came for the first time. */
function unchanged(item: Item): Answer {
  return accepted('unchanged', itemName(item), { story: item.known?.story?.address ?? null })
}

function twice(item: Item): Answer {
  const message = `Another item of this delivery has the same id "${item.draft.key}": give each its own.`
  return declined('refused', [{ code: 'guid.duplicate', message, where: '' }], itemName(item))
}

function byDate(items: readonly Item[], timeZone: string, at: Temporal.Instant): EditionItems[] {
  const groups = Map.groupBy(items, (item) => String(dateOf(item.draft, timeZone, at)))
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, inside]) => ({ date: Temporal.PlainDate.from(date), items: inside }))
}

/** The day it came out where its publication lives; today for what lies ahead or says nothing. */
function dateOf(draft: Draft, timeZone: string, at: Temporal.Instant): Temporal.PlainDate {
  if (draft.editionDate !== null) return draft.editionDate
  const said = draft.publishedAt
  const moment = said !== null && Temporal.Instant.compare(said, at) < 0 ? said : at
  return moment.toZonedDateTimeISO(timeZone).toPlainDate()
}
