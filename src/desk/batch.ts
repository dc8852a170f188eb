import type { Door, Publication } from '#catalogue'
import type { Draft, Entry, Remark } from '#ingest'
import { type Answer, declined } from './answer.ts'
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

/** What the desk withdrew stays off the stand, whatever the sender sends. */
export function keptOff(item: Item): Answer {
  const message =
    'The desk withdrew this story, so a new version of it from the sender is not published.'
  return declined('quarantined', [{ code: 'story.kept-off', message, where: '' }], itemName(item))
}
