import { sql } from 'kysely'
import { baseLanguage } from '#ground/language'
import type { SearchDocument } from '#search'
import { type IndexedWords, indexedWordsOf, isWalled, lengthOf } from '../columns.ts'
import { firstIdAt, openSlots, slots } from '../document-id.ts'
import { spelledIn } from '../spelled-in.ts'
import { widenExtent } from './extent.ts'
import type { Asking, Generation } from './generation.ts'
import { headsOf, tsvectorOf } from './lexemes.ts'

/** Puts documents into an index; its caller has begun a transaction. */
export async function putDocuments(
  turn: Asking,
  generation: Generation,
  documents: readonly SearchDocument[],
): Promise<void> {
  if (documents.length === 0) return
  const stories = documents.map(({ storyId }) => storyId)
  const removed = await removeDocuments(turn, generation, stories)
  const ids = await insertDocuments(turn, generation, documents)
  await countWords(turn, generation, wordsOf(documents))
  await widenExtent(turn, generation, { documents, ids, more: documents.length - removed })
}

/**
 * Puts documents where none of them is yet.
 * @returns their ids
 */
export async function insertDocuments(
  turn: Asking,
  generation: Generation,
  documents: readonly SearchDocument[],
): Promise<readonly number[]> {
  const ids = await freeIds(turn, generation, documents)
  const rows = indexedWordsOf(documents).map(([document, words], at) =>
    rowOf(document, words, ids[at] ?? 0),
  )
  const column = (name: keyof (typeof rows)[number]) => rows.map((row) => row[name])
  await sql`insert into ${sql.table(generation.document)}
    select * from unnest(
      ${column('id')}::bigint[], ${column('story')}::text[], ${column('language')}::text[],
      ${column('kind')}::text[], ${column('publication')}::text[], ${column('topic')}::text[],
      ${column('door')}::text[], ${column('length')}::text[], ${column('headline')}::text[],
      ${column('front')}::text[]
    )`.execute(turn)
  await sql`insert into ${sql.table(generation.words)}
    select * from unnest(
      ${column('id')}::bigint[], ${column('shown')}::tsvector[], ${column('whole')}::tsvector[],
      ${column('heads')}::tsvector[]
    )`.execute(turn)
  return ids
}

/** @returns how many of them were there */
export async function removeDocuments(
  database: Asking,
  generation: Generation,
  stories: readonly string[],
): Promise<number> {
  if (stories.length === 0) return 0
  const { rows } = await sql<{ id: string }>`delete from ${sql.table(generation.document)}
    where story = any(${stories}::text[]) returning id`.execute(database)
  const ids = rows.map(({ id }) => id)
  await sql`delete from ${sql.table(generation.words)} where id = any(${ids}::bigint[])`.execute(
    database,
  )
  return ids.length
}

export async function forgetDocuments(
  database: Asking,
  generation: Generation,
  stories: readonly string[],
): Promise<void> {
  const removed = await removeDocuments(database, generation, stories)
  await widenExtent(database, generation, { documents: [], ids: [], more: -removed })
}

function rowOf(document: SearchDocument, words: IndexedWords, id: number) {
  const { storyId, language, kind, publicationId, topic, door, minutes } = document
  return {
    id,
    story: storyId,
    language: baseLanguage(language),
    kind,
    publication: publicationId,
    topic: topic ?? '',
    door,
    length: lengthOf(minutes),
    headline: words.shown.headline,
    front: words.front,
    shown: tsvectorOf(words.shown, id),
    whole: words.whole === null ? null : tsvectorOf(words.whole, id),
    heads: headsOf(words, id),
  }
}

/**
 * An id for each, that of its moment and its half of a minute. Where that is full, later ones are
 * tried in ever longer steps: a whole archive may be of one minute.
 */
async function freeIds(
  database: Asking,
  generation: Generation,
  documents: readonly SearchDocument[],
): Promise<number[]> {
  const starts = documents.map(
    (document) => firstIdAt(document.publishedAt) + (isWalled(document) ? openSlots : 0),
  )
  const next = await nextIds(database, generation, starts)
  const ids: number[] = []
  for (const first of starts) {
    let start = first
    for (let step = 1; (next.get(start) ?? start) >= start + openSlots; step *= 2) {
      start = first + step * slots
      if (!next.has(start)) {
        for (const [at, free] of await nextIds(database, generation, [start])) next.set(at, free)
      }
    }
    const id = next.get(start) ?? start
    next.set(start, id + 1)
    ids.push(id)
  }
  return ids
}

async function nextIds(
  database: Asking,
  generation: Generation,
  starts: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await sql<{ start: string; newest: string | null }>`
    select start, (
      select max(id) from ${sql.table(generation.document)}
      where id >= start and id < start + ${sql.lit(openSlots)}
    ) as newest
    from unnest(${[...new Set(starts)]}::bigint[]) as start`.execute(database)
  return new Map(
    rows.map(({ start, newest }) => [
      Number(start),
      newest === null ? Number(start) : Number(newest) + 1,
    ]),
  )
}

/** In how many of these documents each word is that may have been meant. */
export function wordsOf(
  documents: readonly SearchDocument[],
  counts: Map<string, number> = new Map(),
): Map<string, number> {
  for (const document of documents)
    for (const word of spelledIn(document)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

export async function countWords(
  database: Asking,
  generation: Generation,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  const words = [...counts.keys()]
  await sql`insert into ${sql.table(generation.spelling)} as known (word, count)
    select * from unnest(${words}::text[], ${[...counts.values()]}::integer[])
    on conflict (word) do update set count = known.count + excluded.count`.execute(database)
}
