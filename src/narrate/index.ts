export { type EncodedSound, leadIn, type SoundEncoder } from './encoder.ts'
export {
  type Mark,
  type NarrationEngine,
  type PcmPiece,
  SpeechError,
  type SpeechFault,
} from './engine.ts'
export { heardText } from './heard-text.ts'
export { marksFrom, type SpeechEvent } from './marks-from.ts'
export {
  type Announcements,
  BusyError,
  type HeardText,
  type Narration,
  type Narrator,
  type PlannedBlock,
  type WhyMute,
} from './narration.ts'
export { type NarratorNeeds, type OpenNarrator, openNarrator } from './narrator.ts'
export { sentencesOf } from './sentences.ts'
export type { Lexicons, Sound, SoundBook, StoryRevision } from './sound.ts'
export type { SpokenBlock } from './spoken-block.ts'
export type { Voice } from './voice.ts'
