import type { PublicStory } from '#catalogue'
import { covers, type StoryIds } from './opens.ts'
import { isLive, type Right, type Source, sources } from './right.ts'

/** What is asked for: a story, and what it asks of a reader. */
export interface Facts {
  readonly story: StoryIds & Pick<PublicStory, 'door'>
}

/** Everything else that the decision depends on. */
export interface Known {
  readonly at: Temporal.Instant
  /** Rights of this reader, those that have ended lately among them. */
  readonly rights: readonly Right[]
  /** Ids of the publications at whose desk the reader works. */
  readonly staffOf: 'everything' | ReadonlySet<string>
  readonly meter: MeterReading
}

export interface MeterReading {
  /** Whether the stories are counted for an account, or in the browser of a stranger. */
  readonly by: 'account' | 'browser'
  /** Metered stories a calendar month; 0 for none. */
  readonly allowed: number
  readonly used: number
  /** Whether this story is among the used ones. */
  readonly counted: boolean
  /** Whether whoever asks wants a story counted now; a mere look may not. */
  readonly asked: boolean
}

export type Verdict =
  | { readonly open: true; readonly because: WhyOpen }
  | { readonly open: false; readonly because: WhyShut }

export type WhyOpen = 'open-door' | 'staff' | Reason | 'counted-already' | 'meter'

export type WhyShut =
  | 'plan-needed'
  | 'trial-ended'
  | 'plan-ended'
  | 'meter-spent'
  | 'meter-needs-account'
  | 'meter-waits'

type Reason = (typeof reasons)[Source]

/** What each source of a right is called as the reason why a door opens. */
const reasons = {
  plan: 'plan',
  voucher: 'voucher',
  household: 'household-seat',
  trial: 'trial',
  edition: 'owned-edition',
  gift: 'gift',
  given: 'given',
} as const satisfies Record<Source, string>

/** Nobody is known, nothing is counted for them, and it does not matter when they come. */
export const stranger: Known = {
  at: Temporal.Instant.fromEpochMilliseconds(0),
  rights: [],
  staffOf: new Set<string>(),
  meter: { by: 'browser', allowed: 0, used: 0, counted: false, asked: false },
}

/**
 * Whether what is known of a viewer, a stranger if nothing is, opens this story, and why or why
 * not. Reads nothing and changes nothing. The reason "meter" asks the caller to count the story
 * before it is opened.
 */
export function decide({ story }: Facts, known: Known = stranger): Verdict {
  const { at, rights, staffOf, meter } = known
  if (story.door === 'open') return { open: true, because: 'open-door' }
  if (staffOf === 'everything' || staffOf.has(story.publicationId)) {
    return { open: true, because: 'staff' }
  }
  const bearing = rights.filter(({ opens }) => covers(opens, story))
  const live = new Set(bearing.filter((right) => isLive(right, at)).map(({ from }) => from))
  const source = sources.find((one) => live.has(one))
  if (source !== undefined) return { open: true, because: reasons[source] }
  if (story.door === 'plan') return { open: false, because: whatEnded(bearing, at) }
  return decideByMeter(meter)
}

function decideByMeter({ by, allowed, used, counted, asked }: MeterReading): Verdict {
  if (counted) return { open: true, because: 'counted-already' }
  if (used < allowed) {
    return asked ? { open: true, because: 'meter' } : { open: false, because: 'meter-waits' }
  }
  // Signing in opens a meter of one's own.
  return { open: false, because: by === 'browser' ? 'meter-needs-account' : 'meter-spent' }
}

/** What there was last says it best: somebody whose trial is over knows what a plan is. */
function whatEnded(bearing: readonly Right[], at: Temporal.Instant): WhyShut {
  const ended = bearing
    .flatMap(({ from, until }) => (until === null ? [] : [{ from, until }]))
    .filter(({ until }) => Temporal.Instant.compare(until, at) <= 0)
    .sort((one, other) => Temporal.Instant.compare(other.until, one.until))
  const last = ended.find(({ from }) => from === 'trial' || from === 'plan' || from === 'voucher')
  if (last === undefined) return 'plan-needed'
  return last.from === 'trial' ? 'trial-ended' : 'plan-ended'
}
