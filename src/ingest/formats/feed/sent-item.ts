import type { Remark } from '../../remark.ts'
import { oneLine } from '../../text/one-line.ts'
import type { TheirFeed, TheirItem } from './their-feed.ts'

/** What a feed says of itself, its items, and what was wrong until here. */
export interface SentFeed {
  readonly feed: TheirFeed
  readonly items: readonly SentItem[]
  readonly remarks: readonly Remark[]
}

/** An item with its number in the feed, counted from 1, whether or not it could be read. */
export type SentItem = ReadItem | LostItem

export interface ReadItem {
  readonly number: number
  readonly item: TheirItem
  /** What was wrong with it before it was looked at. */
  readonly faults: readonly Fault[]
}

export interface LostItem {
  readonly number: number
  /** Its guid or its title, where it can be guessed; otherwise empty. */
  readonly name: string
  readonly lost: Fault
}

export type Fault = Omit<Remark, 'where'>

export const inOrder = (items: readonly TheirItem[]): SentItem[] =>
  items.map((item, at) => ({ number: at + 1, item, faults: [] }))

export const isLost = <Item extends object>(item: Item | LostItem): item is LostItem =>
  'lost' in item

/** Where an item stood, for remarks: "item 3 (guid 12)". */
export function placeOf(number: number, name = ''): string {
  const shown = oneLine(name.slice(0, 210))
  return shown === '' ? `item ${number}` : `item ${number} (${shown})`
}
