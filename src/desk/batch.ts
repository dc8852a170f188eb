import type { Door, Publication } from '#catalogue'
import type { Draft, Entry, Remark } from '#ingest'
import { type Answer, accepted, declined } from './answer.ts'
import type { Known } from './store.ts'

/** What came for one publication, and how it is to come out. */
export interface Batch {
  readonly publication: Publication
  /** Entries with the file or address they came from. */
  readonly entries: readonly { readonly entry: Entry; readonly from: string }[]
  /** What the stories ask unless they say otherwise themselves; null: as the publication. */
  readonly door: Door | null
  /** The stories come out at this moment, not before; null: at once. */
  readonly publishAt: Temporal.Instant | null
  /** What tells this edition from another of the same day; empty for the usual one. */
  readonly editionName: string
  /** These were held, and their hour has come. */
  readonly released?: boolean
}

/** A draft, where it came from and what is known of it. */
export interface Item {
  readonly draft: Draft
  readonly remarks: readonly Remark[]
  readonly from: string
  readonly known: Known | null
}

/** How an answer names an item: its file or address, and its key. */
export function itemName({ from, draft }: Item) {
  return { where: `${from} (${draft.key})`, headline: draft.headline }
}

/** Whether something newer is known of the story than this version of it. */
export function isOlder(version: Draft['version'], than: Draft['version']): boolean {
  return version !== null && than !== null && Temporal.Instant.compare(version, than) < 0
}

/** An older version than the known one is no fault, and changes nothing. */
export function stale(item: Item): Answer {
  const message = 'A newer version of it is known already, so this one is left aside.'
  const remarks = [{ code: 'item.stale', message, where: '' }]
  return accepted('unchanged', itemName(item), {
    remarks,
    story: item.known?.story?.address ?? null,
  })
}

/** What the desk withdrew stays off the stand, whatever the sender sends. */
export function keptOff(item: Item): Answer {
  const message =
    'The desk withdrew this story, so a new version of it from the sender is not published.'
  return declined('quarantined', [{ code: 'story.kept-off', message, where: '' }], itemName(item))
}
