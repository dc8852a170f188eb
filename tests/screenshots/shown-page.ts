/** A page that is looked at. */
export interface ShownPage {
  /** Names its pictures. */
  readonly name: string
  readonly origin: string
  /** Its address on this stand, in a language. */
  readonly path: (locale: string) => string
  /** What it has to answer. */
  readonly status: number
  /** The digest of a picture that is gone on purpose, wherever it stands. */
  readonly lost?: string
}
