import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { baseLanguage } from '#ground/language'
import type { SearchDocument } from '#search'
import { fields, type IndexedWords, indexedWordsOf, isWalled, lengthOf } from '../columns.ts'
import { firstIdAt, openSlots, slots } from '../document-id.ts'
import { spelledIn } from '../spelled-in.ts'

/** Puts documents into an index and takes them out; its caller begins and ends the transaction. */
export interface Keeping {
  put(documents: readonly SearchDocument[]): void
  remove(storyIds: readonly string[]): void
  /** Says up to which position in the outbox the index knows everything. */
  reach(position: number): void
}

export function keepingIn(database: DatabaseSync): Keeping {
  const list = fields.join(', ')
  const marks = fields.map(() => '?').join(', ')
  const words = (table: string) =>
    database.prepare(`insert into ${table} (rowid, ${list}) values (?, ${marks})`)
  const s = {
    idOf: database.prepare('select id from document where story = ?'),
    newestIn: database.prepare('select max(id) as id from document where id >= ? and id < ?'),
    document: database.prepare('insert into document values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    forget: database.prepare('delete from document where id = ?'),
    shown: words('shown'),
    whole: words('whole'),
    heads: database.prepare('insert into heads (rowid, words) values (?, ?)'),
    unwords: ['shown', 'whole', 'heads'].map((table) =>
      database.prepare(`delete from ${table} where rowid = ?`),
    ),
    language: database.prepare('insert or ignore into language values (?)'),
    spelling: database.prepare(
      'insert into spelling values (?, ?) on conflict do update set count = count + excluded.count',
    ),
    state: database.prepare('select value from state where name = ?'),
    keepState: database.prepare('insert or replace into state values (?, ?)'),
  }
  // Every run tells the last row put in, and FTS5 numbers its own higher than JavaScript can.
  const { forget, document, shown, whole, heads, language, spelling, keepState } = s
  const run = [forget, document, shown, whole, heads, language, spelling, keepState, ...s.unwords]
  for (const statement of run) statement.setReadBigInts(true)

  let documents = numberIn(s.state, 'documents') ?? 0
  const seen = new Map<string, number>()

  const removeOne = (story: string): number | null => {
    const id = numberIn(s.idOf, story)
    if (id === null) return null
    for (const statement of s.unwords) statement.run(id)
    s.forget.run(id)
    documents -= 1
    return id
  }

  /** Where a minute is full, later ones are tried in ever longer steps: a whole archive may be of one. */
  const freeId = (minute: number, walled: boolean): number => {
    const first = walled ? minute + openSlots : minute
    for (let step = 0; ; step = step === 0 ? 1 : step * 2) {
      const start = first + step * slots
      const newest = s.newestIn.get(start, start + openSlots)?.id ?? null
      if (newest === null) return start
      if (Number(newest) + 1 < start + openSlots) return Number(newest) + 1
    }
  }

  const putOne = (document: SearchDocument, words: IndexedWords): void => {
    const { storyId, language, kind, publicationId, topic, door, minutes } = document
    removeOne(storyId)
    const id = freeId(firstIdAt(document.publishedAt), isWalled(document))
    const base = baseLanguage(language)
    const { shown, whole, heads, front } = words
    const length = lengthOf(minutes)
    documents += 1
    const facts = [base, kind, publicationId, topic ?? '', door, length, shown.headline, front]
    s.document.run(id, storyId, ...facts)
    s.shown.run(id, ...fields.map((field) => shown[field]))
    if (whole !== null) s.whole.run(id, ...fields.map((field) => whole[field]))
    s.heads.run(id, heads)
    s.language.run(base)
    for (const word of spelledIn(document)) seen.set(word, (seen.get(word) ?? 0) + 1)
  }

  /** Counted together: most words of a portion are the same few. */
  const countWords = (): void => {
    for (const [word, count] of seen) s.spelling.run(word, count)
    seen.clear()
  }

  return {
    put(documents) {
      for (const [document, words] of indexedWordsOf(documents)) putOne(document, words)
      countWords()
    },
    remove: (storyIds) => storyIds.forEach(removeOne),
    reach(position) {
      s.keepState.run('documents', String(documents))
      s.keepState.run('position', String(position))
    },
  }
}

function numberIn(statement: StatementSync, name: string): number | null {
  const row = statement.get(name)
  const value = row === undefined ? null : Object.values(row)[0]
  return value === null || value === undefined ? null : Number(value)
}
