export type { Delivery } from './delivery.ts'
export {
  type Draft,
  type DraftBlock,
  type Entry,
  type Hold,
  type Reading,
  type Sender,
  unclassified,
} from './draft.ts'
export type { Feed, FeedBook } from './feed-book.ts'
export { certain } from './html/check-inline.ts'
export { openReader, type Reader } from './reader.ts'
export type { Remark } from './remark.ts'
export { seal } from './seal.ts'
