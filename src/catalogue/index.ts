export {
  type AlikeBook,
  type Compared,
  type ComparedStory,
  type ComparingPlace,
  daysApart,
  mostCompared,
} from './alike.ts'
export type {
  Block,
  BlockBody,
  KeptPicture,
  ListBody,
  ListItem,
  PictureBlock,
  Spoken,
} from './block.ts'
export { type BlockMark, marksOf, withIds } from './block-ids.ts'
export { byTitle } from './by-title.ts'
export { type Byline, type BylineReader, bylineKey } from './byline.ts'
export {
  type Chosen,
  type Collection,
  type CollectionReader,
  longestReason,
  mostChosen,
  nextTurn,
  stateOf,
} from './collection.ts'
export * from './cover.ts'
export { type CutRule, cutBlocks, defaultCut } from './cut.ts'
export type { ArchiveYear, Edition, EditionCard, Neighbours } from './edition.ts'
export {
  alikeFrom,
  bandsOf,
  type Fingerprint,
  fingerprintFromText,
  fingerprintOf,
  resemblance,
  textOfFingerprint,
} from './fingerprint.ts'
export * from './picture-address.ts'
export { lengthOf, plainTextOf, textOf } from './plain-text.ts'
export {
  defaultPermits,
  type Licence,
  type ListedPublication,
  type Permits,
  type Publication,
  type PublicationKind,
  type PublicationName,
  type Rhythm,
  rhythms,
  undescribed,
  unsaidLicence,
} from './publication.ts'
export type { Length } from './reading-time.ts'
export { readyHtml } from './ready-html.ts'
export { arrivalsOn, type Gap, gapsIn, type Span } from './rhythm.ts'
export type { EditionReader, PublicationReader, StoryAddress, StoryReader } from './store.ts'
export {
  type Correction,
  type Door,
  doors,
  type OpenableCard,
  type PublicStory,
  type StoryCard,
  type StoryPlace,
} from './story.ts'
export { type Topic, topicNamed, topics } from './topics.ts'
