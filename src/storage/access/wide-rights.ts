import { type Kysely, sql } from 'kysely'
import { type RightsReader, type Source, sources, type WideRight } from '#access'
import { instantFrom, oneOf } from '../columns.ts'
import type { Database } from '../database.ts'
import type { Tables } from '../tables.ts'
import { whileUnchanged } from '../while-unchanged.ts'

/** Plans over lists and kinds that are asked about at once, and then some. */
const mostPlans = 50

/**
 * What a reader holds of the stand and of whole publications. A plan may open thousands of these, and
 * every search asks: a list is read as one text, and once for all who have the plan.
 * @param remembered milliseconds for which a right that ended is still told
 */
export function wideRights(database: Database, remembered: number): RightsReader['wide'] {
  const { read } = database
  const remembering = whileUnchanged<readonly string[]>(database, mostPlans)

  const rightFrom = async (row: Row, from: Source): Promise<WideRight | null> => {
    const { opens_id: id, kind } = row
    const what = row.opens === 'plan' ? row.plan_opens : row.opens
    const span = {
      since: instantFrom(row.since),
      until: row.until === null ? null : instantFrom(row.until),
    }
    if (what === 'stand') return { ...span, from, opens: { what } }
    const ids =
      what === 'publication' ? [id] : await remembering(id, () => publicationsOf(read, id, kind))
    return ids.length === 0 ? null : { ...span, from, opens: { what: 'publications', ids } }
  }

  return async (readerId, at) => {
    const from = at.epochMilliseconds - remembered
    const [own, shared] = await Promise.all([
      wideGrants(read, from).where('access_grant.reader_id', '=', readerId).execute(),
      sharedBy(wideGrants(read, from), readerId).execute(),
    ])
    const rights = await Promise.all([
      ...own.map((row) => rightFrom(row, oneOf(row.source, sources, 'source of a right'))),
      ...shared.map((row) => rightFrom(row, 'household')),
    ])
    return rights.filter((right) => right !== null)
  }
}

/** Grants of the stand, of publications, and of plans. */
function wideGrants(read: Kysely<Tables>, from: number) {
  return read
    .selectFrom('access_grant')
    .leftJoin('plan', 'plan.id', 'access_grant.opens_id')
    .select([
      ...(['access_grant.source', 'access_grant.opens', 'access_grant.opens_id'] as const),
      ...(['access_grant.since', 'access_grant.until'] as const),
      ...(['plan.opens as plan_opens', 'plan.kind'] as const),
    ])
    .where('access_grant.opens', 'in', ['stand', 'plan', 'publication'])
    .where(({ or, eb }) =>
      or([eb('access_grant.until', 'is', null), eb('access_grant.until', '>', from)]),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof wideGrants>['execute']>>[number]

/** What the owner of a household pays for is its members' too, as long as the plan has seats. */
const sharedBy = (grants: ReturnType<typeof wideGrants>, readerId: string) =>
  grants
    .innerJoin('seat', 'seat.owner_id', 'access_grant.reader_id')
    .where('seat.reader_id', '=', readerId)
    .where('seat.taken_at', 'is not', null)
    .where('seat.ended_at', 'is', null)
    .where('plan.seats', '>', 0)
    .where('access_grant.source', 'in', ['plan', 'voucher'])

/** @param kind of a plan over a kind; null for one over a list */
async function publicationsOf(
  read: Kysely<Tables>,
  planId: string,
  kind: string | null,
): Promise<readonly string[]> {
  const together = (column: string) => sql<string | null>`string_agg(${sql.ref(column)}, ' ')`
  const { ids } = await (kind === null
    ? read
        .selectFrom('plan_publication')
        .where('plan_id', '=', planId)
        .select(together('publication_id').as('ids'))
    : read.selectFrom('publication').where('kind', '=', kind).select(together('id').as('ids'))
  ).executeTakeFirstOrThrow()
  return ids?.split(' ') ?? []
}
