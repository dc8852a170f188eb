import { isToken, newToken } from '#accounts'
import type { PublicStory, StoryAddress } from '#catalogue'
import type { Clock } from '#ground/clock'
import { digestOf } from '#ground/digest'
import { newId } from '#ground/ids'
import type { Direction } from '#ground/language'
import { bad, good, type Outcome } from '#ground/outcome'
import { decide, stranger, type WhyOpen } from './decide.ts'
import type { StoryIds } from './opens.ts'
import type { GiftBook } from './sharing-store.ts'
import type { RightsReader } from './store.ts'

/** A story that a subscriber gives away. The link has no secret but its token, and not for long. */
export interface Gift {
  readonly id: string
  readonly giverId: string
  readonly storyId: string
  /** How many may open it, and how many have. */
  readonly openings: number
  readonly opened: number
  readonly madeAt: Temporal.Instant
  readonly until: Temporal.Instant
}

/** A gift as its giver sees it: of which story, and where that is. */
export interface GivenStory extends Gift {
  readonly headline: string
  /** Of the headline. */
  readonly language: string
  readonly direction: Direction
  readonly place: StoryAddress
}

/** What a link gives, and how many links a reader may make in a calendar month. */
export const giftRules = {
  openings: 5,
  links: 10,
  lasts: { hours: 14 * 24 },
  /** How long a browser without an account keeps what it opened. */
  browserKeeps: { hours: 24 },
} as const

export interface GiftNeeds {
  readonly gifts: GiftBook
  readonly rights: RightsReader
  /** IANA name of the stand's zone. */
  readonly zone: string
  readonly clock: Clock
}

export type NotGiven =
  /** Only who pays for a story, or for whom somebody does, may give it. */
  | 'not-a-subscriber'
  /** It is open to everyone: its address is enough. */
  | 'open-to-all'
  | 'allowance-spent'

const givers: ReadonlySet<WhyOpen> = new Set(['plan', 'voucher', 'household-seat'])

/** Makes a link that opens one story to a few people. The token is given this once. */
export async function giveStory(
  { gifts, rights, zone, clock }: GiftNeeds,
  { readerId, story }: { readerId: string; story: StoryIds & Pick<PublicStory, 'door'> },
): Promise<Outcome<{ readonly gift: Gift; readonly token: string }, NotGiven>> {
  if (story.door === 'open') return bad('open-to-all')
  const at = clock()
  const held = await rights.of(readerId, story.publicationId, at)
  const { because, open } = decide({ story }, { ...stranger, at, rights: held })
  if (!open || !givers.has(because)) return bad('not-a-subscriber')
  const token = newToken()
  const { openings, links, lasts } = giftRules
  const times = { madeAt: at, until: at.add(lasts) }
  const gift = { id: newId(), giverId: readerId, storyId: story.id, openings, opened: 0, ...times }
  const kept = await gifts.add(gift, digestOf(token), { most: links, since: monthOf(at, zone) })
  return kept ? good({ gift, token }) : bad('allowance-spent')
}

/** How many links a reader made this month, of how many they may make. */
export async function giftAllowance(
  { gifts, zone, clock }: Pick<GiftNeeds, 'gifts' | 'zone' | 'clock'>,
  readerId: string,
): Promise<{ readonly used: number; readonly allowed: number }> {
  const used = await gifts.count(readerId, monthOf(clock(), zone))
  return { used, allowed: giftRules.links }
}

export type NotOpened = 'unknown' | 'expired' | 'used-up' | 'ended'

/** Why a link opens nothing for whoever looks at it; null when it will. Nothing is opened. */
export async function whyGiftIsShut(
  { gifts, clock }: Pick<GiftNeeds, 'gifts' | 'clock'>,
  { token, readerId }: { readonly token: string; readonly readerId: string | null },
): Promise<NotOpened | null> {
  return isToken(token) ? gifts.whyShut(digestOf(token), readerId, clock()) : 'unknown'
}

export interface OpenedGift {
  readonly storyId: string
  /** What a browser without an account has to keep to read it; null for a reader. */
  readonly claim: string | null
}

/**
 * Opens a gift for a reader, who keeps it, or for a browser, which keeps it a day. To be called when
 * somebody says so, never because an address was fetched: mail scanners fetch them all.
 */
export async function openGift(
  { gifts, clock }: Pick<GiftNeeds, 'gifts' | 'clock'>,
  { token, readerId }: { readonly token: string; readonly readerId: string | null },
): Promise<Outcome<OpenedGift, NotOpened>> {
  if (!isToken(token)) return bad('unknown')
  const at = clock()
  const claim = readerId === null ? newToken() : null
  const keeps = at.add(giftRules.browserKeeps)
  const opener = claim === null ? { readerId: readerId ?? '' } : { claim: digestOf(claim) }
  const opened = await gifts.open(digestOf(token), opener, { at, keeps })
  return opened.ok ? good({ storyId: opened.value.storyId, claim }) : opened
}

/** The digest under which the claim in a browser's cookie is known; null when it is none. */
export function claimDigest(claim: string): string | null {
  return isToken(claim) ? digestOf(claim) : null
}

function monthOf(at: Temporal.Instant, zone: string): Temporal.Instant {
  return at
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .with({ day: 1 })
    .toZonedDateTime(zone)
    .toInstant()
}
