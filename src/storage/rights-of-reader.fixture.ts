import type { Kysely } from 'kysely'
import { newSubscription } from '#access'
import { factsOf } from './access/subscription-facts.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'
import { addTide, draftOf, takeIn } from './tide.fixture.ts'

/** A row about this reader in every table of rights and money. */
export async function withRights(database: Database, readerId: string): Promise<void> {
  const tide = await addTide(database)
  await takeIn(database, tide, [draftOf('a')])
  const { read, write } = database
  const story = await read
    .selectFrom('story')
    .select(['id', 'edition_id'])
    .executeTakeFirstOrThrow()
  await keep(write, readerId, { storyId: story.id, editionId: story.edition_id })
}

async function keep(
  write: Kysely<Tables>,
  reader_id: string,
  { storyId, editionId }: { storyId: string; editionId: string },
): Promise<void> {
  const money = { currency: 'EUR', minor: 999 }
  const plan = { id: 'gold', name: 'GOLD', name_key: 'gold', opens: 'stand', kind: null, seats: 5 }
  await write
    .insertInto('plan')
    .values({ ...plan, trial_days: 14, made_at: 1, retired_at: null })
    .execute()
  await write
    .insertInto('access_grant')
    .values({
      ...{ key: 'g', reader_id, source: 'plan', opens: 'stand', opens_id: '' },
      ...{ since: 1, until: 2, note: '', made_at: 1 },
    })
    .execute()
  const facts = factsOf(newSubscription('s', reader_id, 'gold'))
  await write
    .insertInto('subscription')
    .values({ id: 's', reader_id, plan_id: 'gold', facts, provider_ref: null, due_at: 1 })
    .execute()
  await write
    .insertInto('reading_place')
    .values({ reader_id, story_id: storyId, block: 'b1', share: 0.5, at: 1 })
    .execute()
  await write
    .insertInto('queued_story')
    .values({ reader_id, story_id: storyId, rank: 1, added_at: 1 })
    .execute()
  await write
    .insertInto('interest')
    .values({ reader_id, kind: 'topic', subject: 'food', stance: 'follow', at: 1 })
    .execute()
  await write
    .insertInto('saved_story')
    .values({ reader_id, story_id: storyId, at: 1, read_at: null })
    .execute()
  await write.insertInto('history_choice').values({ reader_id, since: 1 }).execute()
  await write
    .insertInto('opened_story')
    .values({ reader_id, story_id: storyId, day: '2031-04-02' })
    .execute()
  await write.insertInto('mine_feed').values({ reader_id, digest: 'm', made_at: 1 }).execute()
  await write
    .insertInto('reader_list')
    .values({
      ...{ id: 'l', reader_id, title: 'Quiet water', why: '', shown_name: '' },
      ...{ share_seed: 's', share_digest: 'd', shared_at: 1, made_at: 1, changed_at: 1 },
    })
    .execute()
  await write
    .insertInto('listed_story')
    .values({ list_id: 'l', story_id: storyId, reader_id, rank: 0, note: '', added_at: 1 })
    .execute()
  await write
    .insertInto('list_bar')
    .values({ list_id: 'b', reader_id, title: 'Loud', stories: '', reason: 'Why', barred_at: 1 })
    .execute()
  await write
    .insertInto('receipt')
    .values({ key: 'r', reader_id, what: 'paid', label: '', ...money, at: 1, since: 1, until: 2 })
    .execute()
  await write
    .insertInto('access_notice')
    .values({ key: 'n', reader_id, kind: 'trial-ends', facts: '{}', at: 1, handed_at: null })
    .execute()
  await write
    .insertInto('checkout')
    .values({
      ...{ id: 'c', reader_id, wish: '{}', open_key: null, provider_key: 'k' },
      ...{ session: null, address: null, made_at: 1, until: 2 },
    })
    .execute()
  await write
    .insertInto('purchase')
    .values({ ref: 'p', reader_id, edition_id: editionId, ...money, paid_at: 1, refunded: 0 })
    .execute()
  await write
    .insertInto('voucher')
    .values({
      ...{ id: 'v', digest: 'd', plan_id: 'gold', months: 1, batch: '', made_at: 1, until: null },
      ...{ reader_id, redeemed_at: 1 },
    })
    .execute()
  await write
    .insertInto('seat')
    .values({
      ...{ id: 'o', owner_id: reader_id, label: '', digest: null, invited_at: 1 },
      ...{ invited_until: 2, reader_id: 'somebody', taken_at: 1, ended_at: null },
    })
    .execute()
  await write
    .insertInto('gift')
    .values({
      ...{ id: 'f', digest: 'd', reader_id, story_id: storyId, openings: 3, opened: 0 },
      ...{ made_at: 1, until: 2, ended_at: null },
    })
    .execute()
  await write
    .insertInto('meter_count')
    .values({ reader_id, month: '2031-04', story_id: storyId, at: 1 })
    .execute()
}
