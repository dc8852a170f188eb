/** What one suite of a corpus showed. */
export interface Report {
  readonly suite: string
  /** Files or cases that were read. */
  readonly cases: number
  /** Fields that both sides give and the format defines. */
  readonly fields: number
  readonly equal: number
  /** The share of equal fields that is asked for, 0 to 1; 0 where only counts are wanted. */
  readonly bar: number
  readonly misses: readonly Miss[]
  /** Things worth a line: how many were refused, which remarks were made. */
  readonly counts: Readonly<Record<string, number>>
}

export interface Miss {
  /** Below the corpus' folder. */
  readonly file: string
  readonly field: string
  readonly expected: string
  readonly got: string
  /** Why both sides differ and why ours stays; empty when nobody has looked yet. */
  readonly why: string
}

/** What a module of this folder exports to take part; it skips a corpus that is absent. */
export type Run = (corpora: string) => Promise<Report | readonly Report[]>

/** Whether the suite is above its bar and every difference is explained. */
export function holds({ fields, equal, bar, misses }: Report): boolean {
  return equal >= fields * bar && misses.every(({ why }) => why !== '')
}
