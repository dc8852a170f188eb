/**
 * What a buyer agreed to, so that something digital begins at once and can no longer be withdrawn
 * from (EU Directive 2011/83, articles 8.7 b and 16 m).
 */
export interface Consent {
  readonly at: Temporal.Instant
  /** The very words that they ticked. */
  readonly words: string
  /** BCP 47 tag of the language of the words. */
  readonly language: string
}
