export { type PassingBlobs, UntrustworthyStorageError } from './blobs.ts'
export { type CarefulClient, type Fetched, openCarefulClient, type Wish } from './careful-client.ts'
export { deliveriesIn } from './deliveries-in.ts'
export { openDiskBlobs } from './disk-blobs.ts'
export { openFolderPostman } from './folder-postman.ts'
export { KeyFileError, openKeyFile } from './key-file.ts'
export {
  openApertium,
  openChat,
  openDeepL,
  openLibreTranslate,
  openOidc,
  openSpeechServer,
  openStripe,
} from './opened-late.ts'
export { openPictureKeeper } from './pictures.ts'
export { pngFromSvg } from './png-from-svg.ts'
export type { Postman } from './postman.ts'
export { openRenderings, type Renderings } from './renderings.ts'
export { openSmtpPostman } from './smtp-postman.ts'
export { sourceArchive } from './source-archive.ts'
export { openEspeak } from './speech/espeak.ts'
export { unusable as unusableEspeakVoices } from './speech/espeak-voices.ts'
export { openFolderVoice } from './speech/folder-voice.ts'
export { openMp3Encoder } from './speech/mp3-encoder.ts'
export { type RefusedVoice, readVoiceFolder } from './speech/voice-folder.ts'
export { openBergamot } from './translation/bergamot.ts'
export { bergamotModelsIn, type RefusedModel } from './translation/bergamot-models.ts'
export { openTypesetter } from './typeset/typesetter.ts'
