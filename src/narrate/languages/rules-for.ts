import type { SpeechRules } from './rules.ts'

const neutral: SpeechRules = { abbreviations: new Set(['dr', 'prof', 'st', 'no', 'nr', 'vs']) }

/** The rules of a language whatever its country; of one that has none here, those that fit any. */
export function rulesFor(_language: string): SpeechRules {
  return neutral
}
