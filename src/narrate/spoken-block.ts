/** A block as an engine is given it. */
export interface SpokenBlock {
  readonly blockId: string
  /** BCP 47. */
  readonly language: string
  /** Exactly the textContent of what is on the page, so that marks can point into it. */
  readonly text: string
  /** What is said: numbers, abbreviations and names put into words. Not escaped for any engine. */
  readonly spoken: string
  /** For each code point of `spoken`, the UTF-16 offset in `text` it comes from; ascending. */
  readonly map: Uint32Array
  /** Seconds of silence after it. */
  readonly pause: number
}
