import type { Kysely } from 'kysely'
import { newId } from '#ground/ids'
import type { Feed, FeedBook } from '#ingest'
import { doorFrom, instantFrom } from './columns.ts'
import { type Database, inTurn } from './database.ts'
import type { Tables } from './tables.ts'

export function feedBook(database: Database): FeedBook {
  const { read } = database
  return {
    async all() {
      const rows = await feedRows(read).orderBy('feed.address').execute()
      return rows.map(feedFrom)
    },
    byAddress: (address) => byAddress(read, address),
    add: (feed) =>
      inTurn(database, async (turn) => {
        const { address, publicationId, door, nextAt } = feed
        if ((await byAddress(turn, address)) !== null) return null
        const at = nextAt.epochMilliseconds
        const asked = { etag: null, last_modified: null, polled_at: null, failures: 0 }
        const row = { id: newId(), address, publication_id: publicationId, door, ...asked }
        await turn
          .insertInto('feed')
          .values({ ...row, next_at: at, outcome: '', created_at: at })
          .execute()
        return byAddress(turn, address)
      }),
    remove: (address) =>
      inTurn(database, async (turn) => {
        const gone = await turn.deleteFrom('feed').where('address', '=', address).executeTakeFirst()
        return gone.numDeletedRows > 0n
      }),
    takeDue: (at, until, most) =>
      inTurn(database, async (turn) => {
        const rows = await feedRows(turn)
          .where('feed.next_at', '<=', at.epochMilliseconds)
          .orderBy('feed.next_at')
          .limit(most)
          .execute()
        if (rows.length === 0) return []
        const ids = rows.map((row) => row.id)
        const next = { next_at: until.epochMilliseconds }
        await turn.updateTable('feed').set(next).where('id', 'in', ids).execute()
        return rows.map(feedFrom)
      }),
    polled: (id, polled) =>
      inTurn(database, async (turn) => {
        // Two feeds may move to one address; the second stays where it was.
        const there = await byAddress(turn, polled.address)
        const moves = there === null
        await turn
          .updateTable('feed')
          .$if(moves, (query) => query.set({ address: polled.address }))
          .set({
            polled_at: polled.at.epochMilliseconds,
            next_at: polled.nextAt.epochMilliseconds,
            failures: polled.failures,
            outcome: polled.outcome,
            etag: polled.etag,
            last_modified: polled.lastModified,
          })
          .where('id', '=', id)
          .execute()
      }),
  }
}

async function byAddress(database: Kysely<Tables>, address: string): Promise<Feed | null> {
  const row = await feedRows(database).where('feed.address', '=', address).executeTakeFirst()
  return row ? feedFrom(row) : null
}

function feedRows(database: Kysely<Tables>) {
  return database
    .selectFrom('feed')
    .innerJoin('publication', 'publication.id', 'feed.publication_id')
    .selectAll('feed')
    .select(['publication.slug', 'publication.time_zone'])
}

type FeedRow = Awaited<ReturnType<ReturnType<typeof feedRows>['execute']>>[number]

function feedFrom(row: FeedRow): Feed {
  return {
    id: row.id,
    address: row.address,
    publicationId: row.publication_id,
    publicationSlug: row.slug,
    timeZone: row.time_zone,
    door: row.door === null ? null : doorFrom(row.door),
    etag: row.etag,
    lastModified: row.last_modified,
    nextAt: instantFrom(row.next_at),
    failures: row.failures,
    polledAt: row.polled_at === null ? null : instantFrom(row.polled_at),
    outcome: row.outcome,
  }
}
