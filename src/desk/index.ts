export type { Answer, Effect } from './answer.ts'
export type { Batch } from './batch.ts'
export type { Said } from './choose-publication.ts'
export {
  type CollectionDesk,
  type CollectionFault,
  type CollectionWords,
  longest as longestOfCollection,
  withWords,
} from './collections.ts'
export { moved, withAddedMeanwhile } from './collections-order.ts'
export { correctStory, withdrawStory } from './correct.ts'
export type { Happening, Outbox, OutboxLine } from './outbox.ts'
export type { PictureKeeper } from './pictures.ts'
export type { PublishedPictures } from './published-pictures.ts'
export { readyStory } from './ready-story.ts'
export { type ReceiveNeeds, receive } from './receive.ts'
export { releaseDue } from './release.ts'
export type {
  Found,
  HeldDraft,
  Known,
  NewPublication,
  Press,
  Printed,
  PublicationDesk,
  ReadyStory,
  Released,
  Sheet,
  StoryRef,
  Waiting,
} from './store.ts'
export { type Progress, type TakeInNeeds, takeIn } from './take-in.ts'
