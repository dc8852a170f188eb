export { type AlignedRow, alignBlocks } from './align.ts'
export {
  EngineError,
  type EngineFault,
  type Pair,
  type Protection,
  type Segment,
  type TranslateCall,
  type TranslationEngine,
} from './engine.ts'
export { isOddLength } from './flags.ts'
export { hasSameNumbers } from './numbers-in.ts'
export { isSameLanguage, languageName } from './same-language.ts'
export type {
  EngineUse,
  Glossaries,
  GlossaryEntry,
  KeptBlock,
  SourceText,
  SourceTexts,
  TranslationBook,
} from './store.ts'
export type {
  ForeignText,
  QualityFlag,
  TranslatedBlock,
  Translation,
  Translator,
  WhyNoTranslation,
  WhyShort,
} from './translation.ts'
export { type OpenTranslator, openTranslator, type TranslatorNeeds } from './translator.ts'
