import type { Kysely } from 'kysely'
import {
  type AlikeBook,
  alikeFrom,
  bandsOf,
  type Compared,
  type ComparedStory,
  daysApart,
  type Fingerprint,
  fingerprintFromText,
  mostCompared,
  resemblance,
  textOfFingerprint,
} from '#catalogue'
import { type Database, inTurn } from './database.ts'
import { note } from './outbox.ts'
import { prepared } from './prepared.ts'
import type { Tables } from './tables.ts'

/** Stories looked at in one bucket: a line that every paper prints must not fill the work. */
const mostInBucket = 50

/** Those of the story's own publication are among them, and are not compared. */
const mostLookedUp = 4 * mostCompared

export function alikeBook(database: Database): AlikeBook {
  return {
    async place() {
      const row = await database.read
        .selectFrom('alike_place')
        .selectAll()
        .executeTakeFirstOrThrow()
      return { position: Number(row.position), done: row.done }
    },
    keep: (compared) => inTurn(database, (turn) => keep(turn, compared)),
  }
}

async function keep(turn: Kysely<Tables>, { stories, gone, place, at }: Compared): Promise<void> {
  const touched = new Set<string>()
  for (const id of [...gone, ...stories.map(({ storyId }) => storyId)]) {
    for (const other of await forget(turn, id)) touched.add(other)
  }
  const find = candidatesIn(turn)
  for (const { fingerprint, ...story } of stories) {
    if (fingerprint === null) continue
    const day = dayNumber(story.date)
    const pairs = (await find({ ...story, fingerprint })).flatMap(({ otherId, share }) => [
      { story_id: story.storyId, other_id: otherId, resemblance: share },
      { story_id: otherId, other_id: story.storyId, resemblance: share },
    ])
    if (pairs.length > 0) await turn.insertInto('alike').values(pairs).execute()
    for (const { story_id } of pairs) touched.add(story_id)
    await addFingerprint(turn, story.storyId, day, fingerprint)
  }
  await tell(turn, [...touched], at)
  await turn.updateTable('alike_place').set(place).execute()
}

/** @returns the ids of the stories that were like it */
async function forget(turn: Kysely<Tables>, storyId: string): Promise<readonly string[]> {
  const row = await turn
    .deleteFrom('fingerprint')
    .where('story_id', '=', storyId)
    .returning(['number', 'day', 'numbers'])
    .executeTakeFirst()
  if (row === undefined) return []
  await turn
    .deleteFrom('fingerprint_band')
    .where('bucket', 'in', [...bandsOf(fingerprintFromText(row.numbers))])
    .where('day', '=', row.day)
    .where('number', '=', row.number)
    .execute()
  const pairs = await turn
    .deleteFrom('alike')
    .where('story_id', '=', storyId)
    .returning('other_id')
    .execute()
  const others = pairs.map(({ other_id }) => other_id)
  if (others.length === 0) return others
  await turn
    .deleteFrom('alike')
    .where('story_id', 'in', others)
    .where('other_id', '=', storyId)
    .execute()
  return others
}

interface Alike {
  readonly otherId: string
  readonly share: number
}

/** Looks in a story's buckets: its cost is bounded, whatever the size of the stand. */
function candidatesIn(turn: Kysely<Tables>) {
  const inBucket = prepared(
    turn,
    turn
      .selectFrom('fingerprint_band')
      .select('number')
      .where('bucket', '=', 0)
      .where('day', '>=', 0)
      .where('day', '<=', 0)
      .limit(mostInBucket),
  )
  return async (
    story: ComparedStory & { readonly fingerprint: Fingerprint },
  ): Promise<readonly Alike[]> => {
    const { fingerprint, date, publicationId } = story
    const [from, to] = [-daysApart, daysApart].map((days) => dayNumber(date.add({ days })))
    const shared = new Map<number, number>()
    for (const bucket of bandsOf(fingerprint)) {
      for (const row of await inBucket(bucket, from ?? 0, to ?? 0, mostInBucket)) {
        const number = Number(row.number)
        shared.set(number, (shared.get(number) ?? 0) + 1)
      }
    }
    if (shared.size === 0) return []
    const most = [...shared].sort((a, b) => b[1] - a[1]).slice(0, mostLookedUp)
    const rows = await turn
      .selectFrom('fingerprint')
      .innerJoin('story', 'story.id', 'fingerprint.story_id')
      .select(['fingerprint.story_id', 'fingerprint.number', 'fingerprint.numbers'])
      .where(
        'fingerprint.number',
        'in',
        most.map(([number]) => number),
      )
      .where('story.publication_id', '!=', publicationId)
      .execute()
    return rows
      .sort((a, b) => (shared.get(Number(b.number)) ?? 0) - (shared.get(Number(a.number)) ?? 0))
      .slice(0, mostCompared)
      .map(({ story_id: otherId, numbers }) => ({
        otherId,
        share: resemblance(fingerprint, fingerprintFromText(numbers)),
      }))
      .filter(({ share }) => share >= alikeFrom)
  }
}

async function addFingerprint(
  turn: Kysely<Tables>,
  storyId: string,
  day: number,
  fingerprint: Fingerprint,
): Promise<void> {
  const { last } = await turn
    .selectFrom('fingerprint')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  const number = Number(last ?? 0) + 1
  await turn
    .insertInto('fingerprint')
    .values({ story_id: storyId, number, day, numbers: textOfFingerprint(fingerprint) })
    .execute()
  const buckets = [...new Set(bandsOf(fingerprint))]
  await turn
    .insertInto('fingerprint_band')
    .values(buckets.map((bucket) => ({ bucket, day, number })))
    .execute()
}

/** Pages of all publications that have a story with another like it say something else now. */
async function tell(
  turn: Kysely<Tables>,
  storyIds: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  if (storyIds.length === 0) return
  const rows = await turn
    .selectFrom('story')
    .innerJoin('publication', 'publication.id', 'story.publication_id')
    .select('publication.slug')
    .distinct()
    .where('story.id', 'in', storyIds)
    .execute()
  for (const { slug } of rows) {
    await note(turn, at, { kind: 'paired', publication: slug, stories: [] })
  }
}

const dayNumber = (date: Temporal.PlainDate) =>
  Temporal.PlainDate.from('1970-01-01').until(date).days
