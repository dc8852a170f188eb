import { standingOf } from '#access'
import type { Opening } from '#reading'
import type { AppNeeds } from '../../needs.ts'

/** What the page of a shut story says to one reader and to nobody else. */
export interface OwnFacts {
  /** They had no trial and no plan: a trial can be theirs. */
  readonly mayTry: boolean
  /** The day on which what they had has ended, or null. */
  readonly endedOn: Temporal.PlainDate | null
  /** The day on which a trial would end that they begin now. */
  readonly trialUntil: (days: number) => Temporal.PlainDate
}

export async function ownFacts(
  { access, clock }: Pick<AppNeeds, 'access' | 'clock'>,
  readerId: string,
): Promise<OwnFacts> {
  const at = clock()
  const { zone } = access.rules
  const theirs = await access.subscriptions.of(readerId)
  const dayOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(zone).toPlainDate()
  const ends = theirs
    .map((one) => standingOf(one, at, zone))
    .flatMap(({ state, until }) => (state === 'ended' && until !== null ? [until] : []))
    .sort(Temporal.Instant.compare)
  const last = ends.at(-1)
  return {
    mayTry: theirs.length === 0,
    endedOn: last === undefined ? null : dayOf(last),
    trialUntil: (days) => dayOf(at).add({ days }),
  }
}

/** The first day of next month: the meter of the stand begins anew. */
export function meterBeginsAnew({ access, clock }: Pick<AppNeeds, 'access' | 'clock'>) {
  const today = clock().toZonedDateTimeISO(access.rules.zone).toPlainDate()
  return today.add({ months: 1 }).with({ day: 1 })
}

export type Shut = Extract<Opening, { kind: 'lead' }>
