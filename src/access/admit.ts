import type { PublicStory } from '#catalogue'
import type { Clock } from '#ground/clock'
import { decide, type Known, type MeterReading, stranger, type Verdict } from './decide.ts'
import { type MeterRules, monthOf } from './meter.ts'
import type { StoryIds } from './opens.ts'
import type { Meter, RightsReader, StrangersMeter } from './store.ts'
import { browsersADay, cookieWith, markOf, storiesIn } from './strangers-meter.ts'

/** Who asks, as far as it is known. */
export type Viewer = StrangerViewer | ReaderViewer

export interface StrangerViewer {
  readonly kind: 'stranger'
  /** The cookie of the strangers' meter, and the neighbourhood of the address. */
  readonly browser?: { readonly cookie: string | null; readonly prefix: string }
  /** Digests of the secrets that opened gifts left in this browser. */
  readonly claims?: readonly string[]
}

export interface ReaderViewer {
  readonly kind: 'reader'
  readonly readerId: string
  /** Ids of the publications whose desk they work at; operators and editors at all of them. */
  readonly staffOf: 'everything' | readonly string[]
  readonly claims?: readonly string[]
}

export interface Ask {
  readonly viewer: Viewer
  /**
   * Whether the meter may count this. Only what hands the story to a reader may say so: a GET of
   * its page, but no HEAD, no prefetch, no picture.
   */
  readonly counts: boolean
}

export interface AdmitNeeds {
  readonly rights: RightsReader
  readonly meter: Meter
  readonly strangersMeter: StrangersMeter
  readonly rules: MeterRules
  readonly clock: Clock
}

export interface Admission {
  readonly verdict: Verdict
  /** How the meter stands after this; null where it was not asked. */
  readonly meter: { readonly used: number; readonly allowed: number } | null
  /** What the browser of a stranger has to keep from now on, or null. */
  readonly cookie: string | null
}

type Asked = StoryIds & Pick<PublicStory, 'door'>

/** Whether this story opens for whoever asks. Counts it on the meter where only that opens it. */
export async function admit(needs: AdmitNeeds, story: Asked, ask: Ask): Promise<Admission> {
  const at = needs.clock()
  if (story.door === 'open') return answered(decide({ story }))
  const { viewer } = ask
  // The calendar is asked only where something is counted by it.
  const month = story.door === 'metered' ? monthOf(at, needs.rules.zone) : ''

  const rights = await rightsOf(needs, story, viewer, at)
  const meter = await readingOf(needs, story, ask, month)
  const staffOf = staffOfViewer(viewer)
  const verdict = decide({ story }, { at, rights, staffOf, meter })
  if (verdict.because !== 'meter') return answered(verdict, story.door === 'metered' ? meter : null)

  const taken = await take(needs, story, viewer, month, at)
  if (taken.ok) return { verdict, meter: tally(meter, 1), cookie: taken.cookie }
  const spent = { ...meter, used: meter.allowed }
  return answered(decide({ story }, { at, rights, staffOf, meter: spent }), spent)
}

function answered(verdict: Verdict, meter: MeterReading | null = null): Admission {
  return { verdict, meter: meter === null ? null : tally(meter, 0), cookie: null }
}

const tally = ({ used, allowed }: MeterReading, more: number) => ({ used: used + more, allowed })

async function rightsOf(
  { rights }: AdmitNeeds,
  story: Asked,
  viewer: Viewer,
  at: Temporal.Instant,
): Promise<Known['rights']> {
  const { claims = [] } = viewer
  const [own, gifts] = await Promise.all([
    viewer.kind === 'reader' ? rights.of(viewer.readerId, story.publicationId, at) : [],
    claims.length > 0 ? rights.ofClaims(claims, at) : [],
  ])
  return [...own, ...gifts]
}

function staffOfViewer(viewer: Viewer): Known['staffOf'] {
  if (viewer.kind === 'stranger') return stranger.staffOf
  return viewer.staffOf === 'everything' ? 'everything' : new Set(viewer.staffOf)
}

async function readingOf(
  { meter, rules }: AdmitNeeds,
  { id, door }: Asked,
  { viewer, counts }: Ask,
  month: string,
): Promise<MeterReading> {
  if (door !== 'metered') return stranger.meter
  if (viewer.kind === 'reader') {
    const seen = await meter.look({ readerId: viewer.readerId, month, storyId: id })
    return { by: 'account', allowed: rules.readers, ...seen, asked: counts }
  }
  if (viewer.browser === undefined || rules.strangers === 0) return stranger.meter
  const stories = storiesIn(viewer.browser.cookie, month, rules.key)
  const counted = stories.includes(id)
  return { by: 'browser', allowed: rules.strangers, used: stories.length, counted, asked: counts }
}

/** The write has the last word: another tab may have spent the last story. */
async function take(
  { meter, strangersMeter, rules }: AdmitNeeds,
  { id }: Asked,
  viewer: Viewer,
  month: string,
  at: Temporal.Instant,
): Promise<{ readonly ok: boolean; readonly cookie: string | null }> {
  if (viewer.kind === 'reader') {
    const count = { readerId: viewer.readerId, month, storyId: id }
    return { ok: await meter.take(count, rules.readers, at), cookie: null }
  }
  const { cookie = null, prefix = '' } = viewer.browser ?? {}
  const day = at.toZonedDateTimeISO(rules.zone).toPlainDate().toString()
  const mark = markOf(prefix, day, rules.key)
  const ok = await strangersMeter.take(mark, day, rules.strangers * browsersADay)
  const stories = [...storiesIn(cookie, month, rules.key), id]
  return { ok, cookie: ok ? cookieWith(stories, month, rules.key) : null }
}
