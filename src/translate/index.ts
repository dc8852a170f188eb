export {
  EngineError,
  type EngineFault,
  type Pair,
  type Protection,
  type Segment,
  type TranslateCall,
  type TranslationEngine,
} from './engine.ts'
export type {
  EngineUse,
  Glossaries,
  GlossaryEntry,
  KeptBlock,
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
