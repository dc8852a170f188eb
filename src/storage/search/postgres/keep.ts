import { sql } from 'kysely'
import { baseLanguage } from '#ground/language'
import type { SearchDocument } from '#search'
import { indexedWords, isWalled, lengthOf } from '../columns.ts'
import { firstIdAt, openSlots, slots } from '../document-id.ts'
import { spelledIn } from '../spelled-in.ts'
import { type Asking, type Generation, keepState, stateOf } from './generation.ts'
import { headsOf, tsvectorOf } from './lexemes.ts'

/** Puts documents into an index; its caller has begun a transaction, or nobody asks it yet. */
export async function putDocuments(
  database: Asking,
  generation: Generation,
  documents: readonly SearchDocument[],
): Promise<void> {
  if (documents.length === 0) return
  const removed = await removeDocuments(
    database,
    generation,
    documents.map(({ storyId }) => storyId),
  )
  const ids = await freeIds(database, generation, documents)
  const rows = documents.map((document, at) => rowOf(document, ids[at] ?? 0))
  await sql`insert into ${sql.table(generation.document)}
    select id, story, language, kind, publication, topic, door, length, headline, front,
      shown::tsvector, whole::tsvector, heads::tsvector
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
      id bigint, story text, language text, kind text, publication text, topic text, door text,
      length text, headline text, front text, shown text, whole text, heads text
    )`.execute(database)
  await countWords(database, generation, documents)
  await addTo(database, `${generation.name}.documents`, documents.length - removed)
  await nameLanguages(database, generation, documents)
}

/** @returns how many of them were there */
export async function removeDocuments(
  database: Asking,
  generation: Generation,
  stories: readonly string[],
): Promise<number> {
  if (stories.length === 0) return 0
  const { numAffectedRows } = await sql`delete from ${sql.table(generation.document)}
    where story = any(${stories}::text[])`.execute(database)
  return Number(numAffectedRows ?? 0)
}

export async function forgetDocuments(
  database: Asking,
  generation: Generation,
  stories: readonly string[],
): Promise<void> {
  const removed = await removeDocuments(database, generation, stories)
  await addTo(database, `${generation.name}.documents`, -removed)
}

function rowOf(document: SearchDocument, id: number) {
  const { storyId, language, kind, publicationId, topic, door, minutes } = document
  const words = indexedWords(document)
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

async function countWords(
  database: Asking,
  generation: Generation,
  documents: readonly SearchDocument[],
): Promise<void> {
  const counts = new Map<string, number>()
  for (const document of documents)
    for (const word of spelledIn(document)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const words = [...counts.keys()]
  await sql`insert into ${sql.table(generation.spelling)} as known (word, count)
    select * from unnest(${words}::text[], ${[...counts.values()]}::integer[])
    on conflict (word) do update set count = known.count + excluded.count`.execute(database)
}

async function addTo(database: Asking, name: string, count: number): Promise<void> {
  const before = Number((await stateOf(database, name)) ?? 0)
  await keepState(database, name, String(before + count))
}

async function nameLanguages(
  database: Asking,
  generation: Generation,
  documents: readonly SearchDocument[],
): Promise<void> {
  const name = `${generation.name}.languages`
  const known = new Set(((await stateOf(database, name)) ?? '').split(' '))
  const all = known.union(new Set(documents.map(({ language }) => baseLanguage(language))))
  if (all.size > known.size) await keepState(database, name, [...all].join(' ').trim())
}
