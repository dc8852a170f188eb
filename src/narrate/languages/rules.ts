/** How a language's numbers, abbreviations and signs are read aloud. */
export interface SpeechRules {
  /** In lower case and without their last full stop: these end no sentence. */
  readonly abbreviations: ReadonlySet<string>
}
