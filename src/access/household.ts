import { isToken, newToken } from '#accounts'
import type { Clock } from '#ground/clock'
import { digestOf } from '#ground/digest'
import { newId } from '#ground/ids'
import { bad, good, type Outcome } from '#ground/outcome'
import type { HouseholdBook } from './sharing-store.ts'

/** A place in a household beside its owner's: invited first, then taken. */
export interface Seat {
  readonly id: string
  readonly ownerId: string
  /** What the owner calls it ("Mum"). Who sits there is not told, nor what they read. */
  readonly label: string
  readonly invitedUntil: Temporal.Instant
  /** Null while nobody has taken it. */
  readonly takenAt: Temporal.Instant | null
}

export interface Household {
  /** Seats beside the owner's that what they pay for has today; 0 for none. */
  readonly allowed: number
  /** Taken or invited, the oldest first; an invitation that is over is left out. */
  readonly seats: readonly Seat[]
}

export interface HouseholdNeeds {
  readonly households: HouseholdBook
  readonly clock: Clock
}

export const longestLabel = 40

/** More open invitations than anybody has seats, for those that never arrive. */
const mostInvitations = 10

/** How long somebody has to take a seat they were invited to. */
const invitedFor = { hours: 7 * 24 }

export type NotInvited =
  | 'bad-label'
  /** Nothing the owner pays for has seats. */
  | 'no-household'
  | 'full'
  | 'too-many-invitations'

/** Invites somebody to a seat: whoever has the token may take one, once, within a week. */
export async function inviteToHousehold(
  { households, clock }: HouseholdNeeds,
  { ownerId, label }: { readonly ownerId: string; readonly label: string },
): Promise<Outcome<{ readonly seat: Seat; readonly token: string }, NotInvited>> {
  const name = label.trim().replace(/\s+/g, ' ')
  if (name === '' || name.length > longestLabel) return bad('bad-label')
  const at = clock()
  const token = newToken()
  const invitedUntil = at.add(invitedFor)
  const seat = { id: newId(), ownerId, label: name, invitedUntil, takenAt: null }
  const kept = await households.invite(seat, digestOf(token), at, mostInvitations)
  return kept.ok ? good({ seat, token }) : kept
}

export type NotSeated =
  | 'unknown'
  | 'used'
  | 'expired'
  /** Others were quicker: all seats are taken. */
  | 'full'
  | 'no-household'
  | 'own-household'
  /** They sit in another household: they leave that first. */
  | 'has-seat'

/** Takes a seat with the token of an invitation. */
export async function takeSeat(
  { households, clock }: HouseholdNeeds,
  { readerId, token }: { readonly readerId: string; readonly token: string },
): Promise<Outcome<Seat, NotSeated>> {
  if (!isToken(token)) return bad('unknown')
  return households.take(digestOf(token), readerId, clock())
}
