import { type Contract, newSubscription, type Subscription, type Term } from '#access'

type Stored<Type> = {
  readonly [Name in keyof Type]: Type[Name] extends Temporal.Instant | null | undefined
    ? Extract<Type[Name], null> | string
    : Type[Name]
}

interface StoredFacts extends Omit<Subscription, 'id' | 'trial' | 'terms' | 'contract'> {
  readonly trial: { readonly since: string; readonly until: string } | null
  readonly terms: readonly Stored<Term>[]
  readonly contract: Stored<Contract> | null
}

/** The facts of a subscription as JSON; moments are ISO 8601, to the nanosecond. */
export function factsOf(subscription: Subscription): string {
  const { id: _, readerId: _reader, planId: _plan, ...facts } = subscription
  return JSON.stringify(facts)
}

/** JSON that `factsOf` wrote. */
export function subscriptionFrom(row: {
  readonly id: string
  readonly reader_id: string
  readonly plan_id: string
  readonly facts: string
}): Subscription {
  const { trial, terms, contract, ...plain }: StoredFacts = JSON.parse(row.facts)
  return {
    ...newSubscription(row.id, row.reader_id, row.plan_id),
    ...plain,
    trial: trial && { since: moment(trial.since), until: moment(trial.until) },
    terms: terms.map(termFrom),
    contract: contract && contractFrom(contract),
  }
}

function termFrom({ lostAt, ...term }: Stored<Term>): Term {
  return {
    ...term,
    paidAt: moment(term.paidAt),
    since: moment(term.since),
    until: moment(term.until),
    refundedAt: momentOrNull(term.refundedAt),
    withdrawnAt: momentOrNull(term.withdrawnAt),
    ...(lostAt === undefined ? {} : { lostAt: moment(lostAt) }),
  }
}

function contractFrom(contract: Stored<Contract>): Contract {
  return {
    ...contract,
    failingSince: momentOrNull(contract.failingSince),
    nextChargeAt: momentOrNull(contract.nextChargeAt),
  }
}

const moment = (text: string) => Temporal.Instant.from(text)
const momentOrNull = (text: string | null) => (text === null ? null : moment(text))
