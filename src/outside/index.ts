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
export type { OidcSettings } from './oidc.ts'
export {
  openApertium,
  openChat,
  openDeepL,
  openLibreTranslate,
  openOidc,
  openSpeechServer,
  openStripe,
} from './opened-late.ts'
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
export {
  openEspeak,
  type WarmEngine,
} from './speech/espeak.ts'
export { unusable as unusableEspeakVoices } from './speech/espeak-voices.ts'
export { type FolderEngine, openFolderVoice } from './speech/folder-voice.ts'
export { type OpenEncoder, openMp3Encoder } from './speech/mp3-encoder.ts'
export type { SpeechServerSettings } from './speech/speech-server.ts'
export { type FolderVoice, type RefusedVoice, readVoiceFolder } from './speech/voice-folder.ts'
export type { StripeSettings } from './stripe.ts'
export { openBergamot } from './translation/bergamot.ts'
export { bergamotModelsIn, type RefusedModel } from './translation/bergamot-models.ts'
export type { ChatSettings } from './translation/chat.ts'
export type { DeepLSettings } from './translation/deepl.ts'
export type { LibreTranslateSettings } from './translation/libretranslate.ts'
export { openTypesetter, type TypesetterNeeds, TypesettingError } from './typeset/typesetter.ts'
