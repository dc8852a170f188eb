export type { Delivery } from './delivery.ts'
export type { Draft, DraftBlock, Entry, Hold, Reading, Sender } from './draft.ts'
export type { Remark } from './remark.ts'
