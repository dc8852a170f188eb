import type { Outcome } from '#ground/outcome'
import type { Plan, PlanDraft, Price } from './plan.ts'
import type { Grant, Right } from './right.ts'

/** The plans of the stand. */
export interface PlanBook {
  /** On sale or retired, the oldest first, each with what it is sold at today. */
  all(): Promise<readonly Plan[]>
  /** Whatever the case of its letters, or null. */
  byName(name: string): Promise<Plan | null>
  byId(id: string): Promise<Plan | null>
  add(draft: PlanDraft, at: Temporal.Instant): Promise<Outcome<Plan, 'taken'>>
  /** Retires what it cost in this currency for this period; who bought at that keeps it. */
  setPrice(planId: string, price: Omit<Price, 'id'>, at: Temporal.Instant): Promise<Price>
  /** False when it was retired before. */
  retire(planId: string, at: Temporal.Instant): Promise<boolean>
}

/** The rights of readers, as they bear on one publication. */
export interface RightsReader {
  /**
   * What this reader holds or lately held: their own, and those of the household they sit in. A
   * plan over a list or a kind of publications is given as a right to this publication when it
   * opens it, and left out when it does not.
   */
  of(readerId: string, publicationId: string, at: Temporal.Instant): Promise<readonly Right[]>
  /** What gifts opened for a browser, by the digests of the secrets it keeps. */
  ofClaims(digests: readonly string[], at: Temporal.Instant): Promise<readonly Right[]>
}

/** What was opened on the meter, by account and calendar month ("2031-04"). */
export interface Meter {
  look(count: Count): Promise<{ readonly used: number; readonly counted: boolean }>
  /**
   * Counts a story, once. False when the month is spent: two tabs may race for the last story, and
   * this has the last word.
   */
  take(count: Count, allowed: number, at: Temporal.Instant): Promise<boolean>
  /** Forgets the months before this one. */
  forgetBefore(month: string): Promise<void>
}

export interface Count {
  readonly readerId: string
  readonly month: string
  readonly storyId: string
}

/** How often strangers of one neighbourhood of addresses opened a metered story on one day. */
export interface StrangersMeter {
  /** False when the neighbourhood has had as many as it may. */
  take(mark: string, day: string, most: number): Promise<boolean>
  /** Forgets the days before this one. */
  forgetBefore(day: string): Promise<void>
}

/** Rights that an operator gives by hand, and every right of a reader. */
export interface GrantBook {
  /** Live or past, newest first; a household's are its owner's. */
  of(readerId: string): Promise<readonly Grant[]>
  give(grant: Grant, at: Temporal.Instant): Promise<void>
  /** Ends a right that an operator gave; null when there is none that lasts. */
  end(key: string, at: Temporal.Instant): Promise<Grant | null>
}
