import type { BlockBody, Door, PictureBlock, Spoken, Topic } from '#catalogue'
import type { Direction } from '#ground/language'
import type { Remark } from './remark.ts'

/** A block before its pictures were fetched and before it has an id. */
export type DraftBlock = (
  | Exclude<BlockBody, { kind: 'picture' }>
  | PictureBlock<{ readonly from: string }>
) &
  Spoken

export interface Draft {
  /** What identifies the story within its publication, however often it is sent. */
  readonly key: string
  /** A digest of all that follows: the same again is no change. */
  readonly digest: string
  /** When the sender made this version, where he says so: an older one does not replace it. */
  readonly version: Temporal.Instant | null
  readonly headline: string
  readonly standfirst: string
  readonly bylines: readonly string[]
  readonly section: string
  /** What it is about, where the sender's words say so. */
  readonly topic: Topic | null
  /** Names the work that it and its translations share; empty when it has none. */
  readonly work: string
  /** The language a person translated it from, or null. */
  readonly translatedFrom: string | null
  readonly translators: readonly string[]
  readonly language: string
  readonly direction: Direction
  /** When the publisher published it; null when the sender did not say. */
  readonly publishedAt: Temporal.Instant | null
  /** The edition it belongs to, where the sender says so; otherwise the day of `publishedAt`. */
  readonly editionDate: Temporal.PlainDate | null
  /** Page order within its edition, where the sender says so; otherwise the order of arrival. */
  readonly position: number | null
  readonly door: Door | null
  /** Where the publisher has it on the web, or null. */
  readonly home: string | null
  /** False when the sender gave a summary only. */
  readonly complete: boolean
  readonly blocks: readonly DraftBlock[]
  readonly hold: Hold | null
  /** True when the sender cancelled the story: it has to leave the stand. */
  readonly cancelled: boolean
}

/** A draft of which nobody said what it is about, and that is nobody's translation. */
export const unclassified = {
  topic: null,
  work: '',
  translatedFrom: null,
  translators: [],
} as const satisfies Partial<Draft>

export interface Hold {
  /** When it may come out; null: not before the sender says so. */
  readonly until: Temporal.Instant | null
  readonly because: Remark
}

/** What a delivery says of the publication it comes from. */
export interface Sender {
  readonly title: string
  readonly description: string
  /** BCP 47, or null when not said. */
  readonly language: string | null
  /** The publisher's own page, or null. */
  readonly home: string | null
}

export type Entry =
  | { readonly ok: true; readonly draft: Draft; readonly remarks: readonly Remark[] }
  | {
      readonly ok: false
      readonly status: 'quarantined' | 'refused'
      readonly remarks: readonly Remark[]
    }

export type Reading =
  | {
      readonly ok: true
      readonly format: string
      readonly sender: Sender
      readonly entries: readonly Entry[]
      readonly remarks: readonly Remark[]
    }
  | { readonly ok: false; readonly remarks: readonly Remark[] }
