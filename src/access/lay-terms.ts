import { endOf, laterOf } from './period.ts'
import { endOfTerm, type Subscription, type Term } from './subscription.ts'

/**
 * The terms in the order in which they were paid, those without a beginning of their own laid one
 * after another behind everything that was paid earlier. In whatever order they become known, the
 * same payments give the same terms; when one is paid back, the next moves forward.
 */
export function layTerms(
  { trial }: Pick<Subscription, 'trial'>,
  terms: readonly Term[],
  zone: string,
): readonly Term[] {
  const laid: Term[] = []
  for (const term of terms.toSorted(byPayment)) {
    if (term.months === null) {
      laid.push(term)
      continue
    }
    const tried = trial === null ? [] : [trial.until]
    const since = [...tried, ...laid.map(endOfTerm)].reduce(laterOf, term.paidAt)
    laid.push({ ...term, since, until: endOf(since, { months: term.months }, zone) })
  }
  return laid
}

function byPayment(one: Term, other: Term): number {
  const byTime = Temporal.Instant.compare(one.paidAt, other.paidAt)
  return byTime === 0 ? (one.key < other.key ? -1 : 1) : byTime
}
