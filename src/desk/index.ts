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
export { type Correcting, correctStory, withdrawStory } from './correct.ts'
export type { Dress } from './dress.ts'
export type { Happening, Outbox, OutboxLine } from './outbox.ts'
export type { PictureKeeper } from './pictures.ts'
export type { PublishedPictures } from './published-pictures.ts'
export { readyStory } from './ready-story.ts'
export { type ReceiveNeeds, receive } from './receive.ts'
export { releaseDue } from './release.ts'
export type {
  Description,
  Found,
  HeldDraft,
  Known,
  KnownStory,
  NewPublication,
  Part,
  Press,
  Printed,
  PublicationDesk,
  ReadyStory,
  Released,
  Sheet,
  StoryRef,
  Waiting,
} from './store.ts'
export { type Progress, type TakeIn, type TakeInNeeds, takeIn } from './take-in.ts'
