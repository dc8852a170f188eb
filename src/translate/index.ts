export { alignBlocks } from './align.ts'
export {
  EngineError,
  type EngineFault,
  type Pair,
  type Segment,
  type TranslateCall,
  type TranslationEngine,
} from './engine.ts'
export { isOddLength } from './flags.ts'
export { hasSameNumbers } from './numbers-in.ts'
export { isSameLanguage, languageName } from './same-language.ts'
export type { EngineUse, Glossaries, KeptBlock, SourceTexts, TranslationBook } from './store.ts'
export type {
  ForeignText,
  QualityFlag,
  Translation,
  Translator,
  WhyNoTranslation,
} from './translation.ts'
export { type OpenTranslator, openTranslator } from './translator.ts'
