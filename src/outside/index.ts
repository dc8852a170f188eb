export { type BlobStore, type PassingBlobs, UntrustworthyStorageError } from './blobs.ts'
export {
  type CarefulClient,
  type ClientOptions,
  type Fetched,
  openCarefulClient,
  type Wish,
} from './careful-client.ts'
export { deliveriesIn, type FoundFile } from './deliveries-in.ts'
export { openDiskBlobs } from './disk-blobs.ts'
export { openPictureKeeper, type PictureNeeds } from './pictures.ts'
export { pngFromSvg } from './png-from-svg.ts'
export type { Refusal } from './refusal.ts'
export {
  type Finish,
  openRenderings,
  type RenderingNeeds,
  type Renderings,
} from './renderings.ts'
export { sourceArchive } from './source-archive.ts'
export { openTypesetter, type TypesetterNeeds, TypesettingError } from './typeset/typesetter.ts'
