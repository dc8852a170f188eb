import type { Money } from '#ground/money'
import type { Outcome } from '#ground/outcome'
import type { Checkout } from './checkout.ts'
import type { NamedEdition, OwnedEdition, Purchase } from './edition-sale.ts'
import type { Effect, Receipt, SubscriptionEvent, Task } from './events.ts'
import type { NoticeKind } from './notices.ts'
import type { About, CheckoutPage, PaymentEvent } from './payments.ts'
import type { Plan, PlanDraft, Price } from './plan.ts'
import type { Grant, Right, WideRight } from './right.ts'
import type { Subscription } from './subscription.ts'

/** The plans of the stand. */
export interface PlanBook {
  /** On sale or retired, the oldest first, each with what it is sold at today. */
  all(): Promise<readonly Plan[]>
  /** Whatever the case of its letters, or null. */
  byName(name: string): Promise<Plan | null>
  byId(id: string): Promise<Plan | null>
  /** What is sold at this price today, or null. */
  byPrice(priceId: string): Promise<{ readonly plan: Plan; readonly price: Price } | null>
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
  /**
   * What this reader holds or held of the whole stand or of whole publications, their household's
   * included: a plan over a list or a kind is given as a right to all of its publications.
   */
  wide(readerId: string, at: Temporal.Instant): Promise<readonly WideRight[]>
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

/** Whose subscription to what: there is one for a reader and a plan. */
export interface Whose {
  readonly readerId: string
  readonly planId: string
}

/** Every change runs `step` and keeps the state and all its effects in one transaction. */
export interface SubscriptionBook {
  /** The oldest first. */
  of(readerId: string): Promise<readonly Subscription[]>
  byId(id: string): Promise<Subscription | null>
  /** Tells one what happened; it is made when there is none. */
  tell(whose: Whose, event: SubscriptionEvent): Promise<Told>
  /** As `tell`, unless this reader or the mark had a trial before, or the reader had the plan. */
  startTrial(
    whose: Whose,
    mark: string,
    event: Extract<SubscriptionEvent, { kind: 'trial' }>,
  ): Promise<Outcome<Subscription, 'trial-taken' | 'has-plan'>>
  /** Those to which something happens by the clock alone, the longest due first. */
  due(at: Temporal.Instant, most: number): Promise<readonly Whose[]>
}

export interface Told {
  readonly subscription: Subscription
  readonly effects: readonly Effect[]
}

/** What was paid and paid back, the newest first. They outlast an account, under a pseudonym. */
export interface ReceiptBook {
  of(readerId: string): Promise<readonly KeptReceipt[]>
}

export interface KeptReceipt extends Receipt {
  /** The plan's name, or the edition's as it was called where it was bought. */
  readonly label: string
  /** Null for a plan. */
  readonly edition: NamedEdition | null
}

/** What readers have to be told, until it is handed to those who tell it. */
export interface NoticeBook {
  /** The oldest first. */
  waiting(most: number): Promise<readonly WaitingNotice[]>
  /** Called in the transaction that takes it over; false when somebody else did. */
  handed(key: string, at: Temporal.Instant): Promise<boolean>
}

export interface WaitingNotice {
  readonly key: string
  readonly readerId: string
  readonly kind: NoticeKind
  /** With `plan`, the name of the plan, or `edition`, the id of the edition, it is about. */
  readonly facts: Readonly<Record<string, string | number | null>>
  readonly at: Temporal.Instant
}

export interface CheckoutBook {
  /** Keeps this one, unless one under the same key is open: then gives that. */
  open(checkout: Checkout, key: string): Promise<Checkout>
  /** Keeps the provider's page of it; where one is kept already, that one stays. */
  show(id: string, page: CheckoutPage): Promise<Checkout>
  byId(id: string): Promise<Checkout | null>
  /** Another may be opened under its key; this one can still be found. */
  close(id: string): Promise<void>
}

/** What editions cost alone, and whose they are. */
export interface EditionPrices {
  /** The edition's own price, otherwise that of each edition of the publication; null for none. */
  of(publicationId: string, editionId: string): Promise<Money | null>
  /** With an empty edition id for each edition; with null it is not sold alone any more. */
  set(publicationId: string, editionId: string, price: Money | null): Promise<void>
  isOwned(readerId: string, editionId: string): Promise<boolean>
  /** Those that are a reader's own, the last bought first. */
  ownedBy(readerId: string): Promise<readonly OwnedEdition[]>
  all(): Promise<readonly EditionPrice[]>
}

export interface EditionPrice {
  readonly publicationId: string
  /** Empty for each edition of the publication. */
  readonly editionId: string
  readonly publication: string
  /** Its name in addresses, or empty: each edition of the publication. */
  readonly edition: string
  readonly price: Money
}

export interface PurchaseBook {
  /** Lets a payment for an edition have its effects, each once. */
  see(purchase: Purchase & { readonly label: string }, at: Temporal.Instant): Promise<void>
}

/** What the provider told us, kept for ever. */
export interface PaymentLog {
  /** False when it was kept before. */
  record(event: PaymentEvent, at: Temporal.Instant): Promise<boolean>
  /** Those without their effect yet, the oldest first. */
  due(at: Temporal.Instant, most: number): Promise<readonly DueEvent[]>
  done(id: string, at: Temporal.Instant): Promise<void>
  /** Null: not again. */
  later(id: string, nextAt: Temporal.Instant | null, fault: string): Promise<void>
  /** Numbers a question to the provider: each number is higher than all before. */
  nextAsk(): Promise<number>
  /** When the newest event was made, or null. */
  newest(): Promise<Temporal.Instant | null>
}

export interface DueEvent {
  readonly id: string
  readonly about: About | null
  readonly tries: number
}

/** What the provider has to be asked to do, kept with its cause. */
export interface TaskBook {
  due(at: Temporal.Instant, most: number): Promise<readonly DueTask[]>
  done(key: string, at: Temporal.Instant): Promise<void>
  later(key: string, nextAt: Temporal.Instant | null, fault: string): Promise<void>
}

export interface DueTask {
  readonly key: string
  readonly task: Task
  readonly tries: number
}
