/** Something that happened on the stand, as the jobs are told of it. */
export interface Happening {
  /**
   * `described`: what is said of the publication, its name, its logo or a cover changed. `collected`:
   * a collection changed, which is of no publication. `paired`: others print a story of its too, or
   * do no more.
   */
  readonly kind: 'printed' | 'withdrawn' | 'described' | 'collected' | 'paired'
  /** The slug of the publication; empty for a collection. */
  readonly publication: string
  /** Ids of the stories that are new, changed or gone. */
  readonly stories: readonly string[]
}

/** What happened, in order. Each line was written in the transaction of the change itself. */
export interface Outbox {
  /** The position of the newest line; 0 when nothing ever happened. */
  last(): Promise<number>
  /** The lines after a position, oldest first. */
  after(position: number, most: number): Promise<readonly OutboxLine[]>
}

export interface OutboxLine {
  readonly position: number
  readonly at: Temporal.Instant
  readonly happening: Happening
}
