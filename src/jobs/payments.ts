import {
  type GiftBook,
  type Meter,
  performTasks,
  reconcile,
  type StrangersMeter,
  settle,
  settleEvents,
  type TimeNeeds,
  tellTime,
  type WorkNeeds,
} from '#access'
import type { Clock } from '#ground/clock'
import type { Task } from './timetable.ts'

/** What moves payments on: their events, what the provider is to do, the clock, and lost news. */
export function paymentTasks(needs: WorkNeeds): readonly Task[] {
  return [
    {
      name: 'settling payments',
      every: 1_000,
      round: allOf((signal) => settleEvents(needs, signal)),
    },
    {
      name: 'asking the payment provider',
      every: 1_000,
      round: allOf((signal) => performTasks(needs, signal)),
    },
    { name: 'looking for lost payments', every: hour, round: () => findLost(needs) },
  ]
}

/** Ends trials and terms when their time is over, with or without a payment provider. */
export function clockTask(
  needs: Pick<TimeNeeds, 'subscriptions' | 'clock'>,
  payments: WorkNeeds | null,
): Task {
  const ask = payments && ((id: string) => settle(payments, { what: 'contract', id }))
  return {
    name: 'ending what is over',
    every: 5_000,
    round: allOf((signal) => tellTime({ ...needs, ask }, signal)),
  }
}

export interface MeterNeeds {
  readonly meter: Pick<Meter, 'forgetBefore'>
  readonly strangersMeter: Pick<StrangersMeter, 'forgetBefore'>
  readonly gifts: Pick<GiftBook, 'forgetBefore'>
  readonly zone: string
  readonly clock: Clock
}

/** Forgets what was opened in former months, and which neighbourhoods came on former days. */
export function forgetTask({ meter, strangersMeter, gifts, zone, clock }: MeterNeeds): Task {
  return {
    name: 'forgetting what was read',
    every: hour,
    async round() {
      const today = clock().toZonedDateTimeISO(zone).toPlainDate()
      await meter.forgetBefore(today.toPlainYearMonth().toString())
      await strangersMeter.forgetBefore(today.toString())
      await gifts.forgetBefore(clock())
    },
  }
}

const hour = 3_600_000

/** How far back a search for lost news goes behind the newest that came: they come in disorder. */
const overlap = { hours: 6 }

/** Stripe keeps what happened for thirty days. */
const longest = { hours: 30 * 24 }

async function findLost(needs: WorkNeeds): Promise<void> {
  const { log, clock } = needs
  const newest = await log.newest()
  const since = newest === null ? clock().subtract(longest) : newest.subtract(overlap)
  await reconcile(needs, since)
}

/** Works until nothing is left. */
function allOf(work: (signal: AbortSignal) => Promise<number>): Task['round'] {
  return async (signal) => {
    while (!signal.aborted && (await work(signal)) > 0);
  }
}
