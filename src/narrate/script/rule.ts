/** A stretch of text that is read otherwise than it is written. */
export interface Rule {
  /** Global and by code points. What stands around it is looked at, never taken. */
  readonly find: RegExp
  /** What is said instead; null where it is said as it is written after all. */
  readonly say: (found: Found) => string | null
  /** Whether its last full stop may be the sentence's as well, as that of "etc." may. */
  readonly mayEnd?: boolean
}

export interface Found {
  readonly text: string
  /** A named group; empty where it has no part in the match. */
  readonly part: (name: string) => string
}

/** Text and what is said of it; see `SpokenBlock.map`. */
export interface Said {
  readonly spoken: string
  readonly map: readonly number[]
}
