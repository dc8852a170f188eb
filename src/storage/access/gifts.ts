import type { Kysely, Selectable } from 'kysely'
import type { Gift, GiftBook, GivenStory } from '#access'
import { bad, good } from '#ground/outcome'
import { directionFrom, instantFrom } from '../columns.ts'
import { type Database, inTurn } from '../database.ts'
import type { Tables } from '../tables.ts'
import { putGrant } from './grants.ts'
import type { GiftTable } from './tables.ts'

export function giftBook(database: Database): GiftBook {
  const { read } = database
  return {
    add: (gift, digest, { most, since }) =>
      inTurn(database, async (turn) => {
        if ((await countGifts(turn, gift.giverId, since)) >= most) return false
        const { id, giverId, storyId, openings, opened, madeAt, until } = gift
        await turn
          .insertInto('gift')
          .values({
            ...{ id, digest, reader_id: giverId, story_id: storyId, openings, opened },
            made_at: madeAt.epochMilliseconds,
            until: until.epochMilliseconds,
            ended_at: null,
          })
          .execute()
        return true
      }),
    count: (giverId, since) => countGifts(read, giverId, since),
    async whyShut(digest, readerId, at) {
      const row = await rows(read).where('digest', '=', digest).executeTakeFirst()
      if (row === undefined) return 'unknown'
      if (readerId !== null && (await isKept(read, keyOf(row, readerId)))) return null
      return whyNot(row, at)
    },
    async of(giverId, at) {
      const found = await given(read)
        .where('gift.reader_id', '=', giverId)
        .where('gift.until', '>', at.epochMilliseconds)
        .where('gift.ended_at', 'is', null)
        // Of a story that was taken off the stand there is nothing to open.
        .where('story.withdrawn_at', 'is', null)
        .orderBy('gift.made_at', 'desc')
        .orderBy('gift.id', 'desc')
        .execute()
      return found.map(givenFrom)
    },
    open: (digest, opener, when) => inTurn(database, (turn) => openOne(turn, digest, opener, when)),
    end: (giverId, id, at) =>
      inTurn(database, async (turn) => {
        const { numUpdatedRows } = await turn
          .updateTable('gift')
          .set({ ended_at: at.epochMilliseconds })
          .where('reader_id', '=', giverId)
          .where('id', '=', id)
          .where('ended_at', 'is', null)
          .executeTakeFirst()
        return numUpdatedRows > 0n
      }),
    async forgetBefore(at) {
      await inTurn(database, (turn) =>
        turn.deleteFrom('gift_claim').where('until', '<=', at.epochMilliseconds).execute(),
      )
    },
  }
}

const rows = (database: Kysely<Tables>) => database.selectFrom('gift').selectAll()

const given = (database: Kysely<Tables>) =>
  database
    .selectFrom('gift')
    .innerJoin('story', 'story.id', 'gift.story_id')
    .innerJoin('edition', 'edition.id', 'story.edition_id')
    .innerJoin('publication', 'publication.id', 'story.publication_id')
    .selectAll('gift')
    .select(['story.headline', 'story.language', 'story.direction', 'story.slug as story'])
    .select(['edition.slug as edition', 'publication.slug as publication'])

type GivenRow = Awaited<ReturnType<ReturnType<typeof given>['execute']>>[number]

function givenFrom(row: GivenRow): GivenStory {
  const { headline, language, publication, edition, story } = row
  const place = { publication, edition, story }
  return { ...giftFrom(row), headline, language, direction: directionFrom(row.direction), place }
}

async function openOne(
  turn: Kysely<Tables>,
  digest: string,
  opener: Parameters<GiftBook['open']>[1],
  { at, keeps }: Parameters<GiftBook['open']>[2],
): ReturnType<GiftBook['open']> {
  const row = await rows(turn).where('digest', '=', digest).executeTakeFirst()
  if (row === undefined) return bad('unknown')
  const key = 'readerId' in opener ? keyOf(row, opener.readerId) : ''
  if (await isKept(turn, key)) return good(giftFrom(row))
  const why = whyNot(row, at)
  if (why !== null) return bad(why)
  const opened = row.opened + 1
  await turn.updateTable('gift').set({ opened }).where('id', '=', row.id).execute()
  if ('readerId' in opener) {
    const { readerId } = opener
    const opens = { what: 'story', id: row.story_id } as const
    const until = Temporal.Instant.fromEpochMilliseconds(
      Math.max(Number(row.until), keeps.epochMilliseconds),
    )
    await putGrant(turn, { key, readerId, from: 'gift', opens, since: at, until, note: '' }, at)
  } else {
    const claim = { digest: opener.claim, gift_id: row.id, until: keeps.epochMilliseconds }
    await turn.insertInto('gift_claim').values(claim).execute()
  }
  return good(giftFrom({ ...row, opened }))
}

const keyOf = ({ id }: Selectable<GiftTable>, readerId: string) => `gift:${id}:${readerId}`

/** Whether it was opened by this reader, who keeps it. */
async function isKept(database: Kysely<Tables>, key: string): Promise<boolean> {
  const grants = database.selectFrom('access_grant').select('key')
  return (await grants.where('key', '=', key).executeTakeFirst()) !== undefined
}

function whyNot(row: Selectable<GiftTable>, at: Temporal.Instant) {
  if (row.ended_at !== null) return 'ended'
  if (Number(row.until) <= at.epochMilliseconds) return 'expired'
  return row.opened >= row.openings ? 'used-up' : null
}

async function countGifts(
  database: Kysely<Tables>,
  giverId: string,
  since: Temporal.Instant,
): Promise<number> {
  const { count } = await database
    .selectFrom('gift')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('reader_id', '=', giverId)
    .where('made_at', '>=', since.epochMilliseconds)
    .executeTakeFirstOrThrow()
  return Number(count)
}

function giftFrom(row: Selectable<GiftTable>): Gift {
  return {
    id: row.id,
    giverId: row.reader_id,
    storyId: row.story_id,
    openings: row.openings,
    opened: row.opened,
    madeAt: instantFrom(row.made_at),
    until: instantFrom(row.until),
  }
}
