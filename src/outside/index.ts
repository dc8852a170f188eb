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
export { openFolderPostman } from './folder-postman.ts'
export { KeyFileError, openKeyFile } from './key-file.ts'
export type { Outgoing, Sender } from './mail-message.ts'
export { type OidcSettings, openOidc } from './oidc.ts'
export { openPictureKeeper, type PictureNeeds } from './pictures.ts'
export { pngFromSvg } from './png-from-svg.ts'
export type { Postman, Undelivered } from './postman.ts'
export type { Refusal } from './refusal.ts'
export {
  type Finish,
  openRenderings,
  type RenderingNeeds,
  type Renderings,
} from './renderings.ts'
export { openSmtpPostman } from './smtp-postman.ts'
export { sourceArchive } from './source-archive.ts'
export { openStripe, type StripeSettings } from './stripe.ts'
export { openTypesetter, type TypesetterNeeds, TypesettingError } from './typeset/typesetter.ts'
