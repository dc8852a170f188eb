import { type Kysely, sql } from 'kysely'
import { type Opens, type Right, type RightsReader, type Source, sources } from '#access'
import { instantFrom, oneOf } from '../columns.ts'
import type { Database } from '../database.ts'
import { prepared } from '../prepared.ts'
import type { Tables } from '../tables.ts'
import { whileUnchanged } from '../while-unchanged.ts'
import { wideRights } from './wide-rights.ts'

/** In milliseconds: what has ended longer ago says nothing any more to a reader at a wall. */
const remembered = 60 * 24 * 3_600_000

/** Readers of a publication who are busy at once, and then some. */
const mostRemembered = 10_000

/** With two prepared questions, since every page of a subscriber asks them. */
export function rightsReader(database: Database): RightsReader {
  const { read } = database
  const remembering = whileUnchanged<readonly Right[]>(database, mostRemembered)
  const own = prepared(read, ownRights(read))
  const household = prepared(read, householdRights(read))
  const ofReader = async (readerId: string, publicationId: string, at: Temporal.Instant) => {
    const from = at.epochMilliseconds - remembered
    const asked = [publicationId, publicationId, readerId, from] as const
    const rows = await own(...asked)
    const mine = rows.flatMap((row) => rightFrom(row, publicationId, null))
    // A household adds nothing to what its member pays for: most pages are spared the question.
    if (mine.some((right) => isPaidFor(right, publicationId, at))) return mine
    const shared = await household(...asked)
    return [...mine, ...shared.flatMap((row) => rightFrom(row, publicationId, 'household'))]
  }
  return {
    async of(readerId, publicationId, at) {
      const ask = () => ofReader(readerId, publicationId, at)
      const known = await remembering(`${readerId} ${publicationId}`, ask)
      // They may have been asked for at an earlier moment.
      const from = at.epochMilliseconds - remembered
      return known.filter(({ until }) => until === null || until.epochMilliseconds > from)
    },
    wide: wideRights(database, remembered),
    async ofClaims(digests, at) {
      if (digests.length === 0) return []
      const rows = await read
        .selectFrom('gift_claim')
        .innerJoin('gift', 'gift.id', 'gift_claim.gift_id')
        .select(['gift.story_id', 'gift.made_at', 'gift_claim.until'])
        .where('gift_claim.digest', 'in', digests)
        .where('gift_claim.until', '>', at.epochMilliseconds)
        .execute()
      return rows.map(({ story_id, made_at, until }) => ({
        from: 'gift',
        opens: { what: 'story', id: story_id },
        since: instantFrom(made_at),
        until: instantFrom(until),
      }))
    },
  }
}

function isPaidFor(
  { from, opens, since, until }: Right,
  publicationId: string,
  at: Temporal.Instant,
) {
  const now = at.epochMilliseconds
  const isLive = since.epochMilliseconds <= now && (until === null || now < until.epochMilliseconds)
  const isWide =
    opens.what === 'stand' || (opens.what === 'publication' && opens.id === publicationId)
  return isLive && isWide && (from === 'plan' || from === 'voucher')
}

/** Grants, each with what its plan opens of the publication that is asked about. */
function grantsOn(read: Kysely<Tables>) {
  return read
    .selectFrom('access_grant')
    .leftJoin('plan', 'plan.id', 'access_grant.opens_id')
    .leftJoin('plan_publication as listed', (join) =>
      join.onRef('listed.plan_id', '=', 'plan.id').on('listed.publication_id', '=', ''),
    )
    .leftJoin('publication as of_kind', (join) =>
      join.onRef('of_kind.kind', '=', 'plan.kind').on('of_kind.id', '=', ''),
    )
    .select([
      ...(['access_grant.source', 'access_grant.opens', 'access_grant.opens_id'] as const),
      ...(['access_grant.since', 'access_grant.until'] as const),
      ...(['plan.opens as plan_opens', 'listed.publication_id as listed'] as const),
      'of_kind.id as of_kind',
    ])
}

function ownRights(read: Kysely<Tables>) {
  return grantsOn(read)
    .where('access_grant.reader_id', '=', '')
    .where(({ or, eb }) =>
      or([eb('access_grant.until', 'is', null), eb('access_grant.until', '>', 0)]),
    )
}

/** What the owner of a household pays for is its members' too, as long as the plan has seats. */
function householdRights(read: Kysely<Tables>) {
  return grantsOn(read)
    .innerJoin('seat', 'seat.owner_id', 'access_grant.reader_id')
    .where('seat.reader_id', '=', '')
    .where('seat.taken_at', 'is not', null)
    .where('seat.ended_at', 'is', null)
    .where(({ or, eb }) =>
      or([eb('access_grant.until', 'is', null), eb('access_grant.until', '>', 0)]),
    )
    .where('plan.seats', '>', ({ lit }) => lit(0))
    .where('access_grant.source', 'in', [sql.lit<string>('plan'), sql.lit<string>('voucher')])
}

type Row = Awaited<ReturnType<ReturnType<typeof ownRights>['execute']>>[number]

function rightFrom(row: Row, publicationId: string, from: Source | null): Right[] {
  const opens = opensFrom(row, publicationId)
  if (opens === null) return []
  const since = instantFrom(row.since)
  const until = row.until === null ? null : instantFrom(row.until)
  return [{ from: from ?? oneOf(row.source, sources, 'source of a right'), opens, since, until }]
}

function opensFrom(row: Row, publicationId: string): Opens | null {
  const kinds = ['stand', 'plan', 'publication', 'edition', 'story'] as const
  const what = oneOf(row.opens, kinds, 'right')
  if (what === 'stand') return { what }
  if (what !== 'plan') return { what, id: row.opens_id }
  if (row.plan_opens === 'stand') return { what: 'stand' }
  const holds = row.plan_opens === 'kind' ? row.of_kind !== null : row.listed !== null
  return holds ? { what: 'publication', id: publicationId } : null
}
