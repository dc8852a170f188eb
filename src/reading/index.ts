export {
  type Histories,
  type Opened,
  type OpenedLog,
  type OpenedStory,
  openedLog,
} from './history.ts'
export {
  type FollowedStory,
  type Interest,
  type InterestKind,
  type Interests,
  interestKinds,
  type KeptInterest,
  mostInterests,
  reasonsFor,
  type Wish,
} from './interest.ts'
export {
  asPrivate,
  asShared,
  inOrder,
  type Listed,
  type ListFault,
  listRules,
  newList,
  type ReaderList,
  sharedToken,
  withinBars,
  withListed,
  withListWords,
  withNotes,
  withoutListed,
} from './list.ts'
export { barOn, type ListBar } from './list-bar.ts'
export { type ListWords, mergedWords, seenOf, wordsOfList } from './list-words.ts'
export type { ListLine, Lists, SharedLists } from './lists.ts'
export { type MineFeeds, makeMineFeed, mineFeedReader } from './mine-feed.ts'
export { mayOpenPicture, whoMaySeePicture } from './open-picture.ts'
export { type OpenRestsNeeds, openRests } from './open-rests.ts'
export { type Opening, openStory, type Whole } from './open-story.ts'
export { type OpenedText, openedText, openText } from './open-text.ts'
export { mostQueued, type Place, type Places, type Queues } from './place.ts'
export { type PrintedTextNeeds, printedText } from './printed-text.ts'
export {
  type BegunStories,
  type GoneStories,
  type GoneStory,
  mostSaved,
  type SavedStories,
  type SavedStory,
} from './saved.ts'
export type { LeadReader, PictureStories, PictureUse, PictureUses, RestReader } from './store.ts'
