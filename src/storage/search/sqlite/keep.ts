import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { baseLanguage } from '#ground/language'
import { foldedWord, isUnspaced, type SearchDocument, wordsOf } from '#search'
import { fields, indexedWords, lengthOf } from '../columns.ts'
import { firstIdAt, slots } from '../document-id.ts'

/** Puts documents into an index and takes them out; its caller begins and ends the transaction. */
export interface Keeping {
  put(documents: readonly SearchDocument[]): void
  remove(storyIds: readonly string[]): void
  /** The position in the outbox up to which the index knows everything; null when nobody said. */
  position(): number | null
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
    document: database.prepare('insert into document values (?, ?, ?, ?, ?, ?, ?, ?)'),
    forget: database.prepare('delete from document where id = ?'),
    shown: words('shown'),
    whole: words('whole'),
    heads: database.prepare('insert into heads (rowid, words) values (?, ?)'),
    unwords: ['shown', 'whole', 'heads'].map((table) =>
      database.prepare(`delete from ${table} where rowid = ?`),
    ),
    language: database.prepare('insert or ignore into language values (?)'),
    spelling: database.prepare(
      'insert into spelling values (?, 1) on conflict do update set count = count + 1',
    ),
    state: database.prepare('select value from state where name = ?'),
    keepState: database.prepare('insert or replace into state values (?, ?)'),
  }

  let documents = numberIn(s.state, 'documents') ?? 0

  const removeOne = (story: string): number | null => {
    const id = numberIn(s.idOf, story)
    if (id === null) return null
    for (const statement of s.unwords) statement.run(id)
    s.forget.run(id)
    documents -= 1
    return id
  }

  /** Where a minute is full, later ones are tried in ever longer steps: a whole archive may be of one. */
  const freeId = (first: number): number => {
    for (let step = 0; ; step = step === 0 ? 1 : step * 2) {
      const start = first + step * slots
      const newest = s.newestIn.get(start, start + slots)?.id ?? null
      if (newest === null) return start
      if (Number(newest) + 1 < start + slots) return Number(newest) + 1
    }
  }

  const putOne = (document: SearchDocument): void => {
    const { storyId, language, kind, publicationId, topic, door, minutes } = document
    removeOne(storyId)
    const id = freeId(firstIdAt(document.publishedAt))
    const base = baseLanguage(language)
    const { shown, whole, heads } = indexedWords(document)
    documents += 1
    s.document.run(id, storyId, base, kind, publicationId, topic ?? '', door, lengthOf(minutes))
    s.shown.run(id, ...fields.map((field) => shown[field]))
    s.whole.run(id, ...fields.map((field) => whole[field]))
    s.heads.run(id, heads)
    s.language.run(base)
    for (const word of spelledIn(document)) s.spelling.run(word)
  }

  return {
    put: (documents) => documents.forEach(putOne),
    remove: (storyIds) => storyIds.forEach(removeOne),
    position: () => numberIn(s.state, 'position'),
    reach(position) {
      s.keepState.run('documents', String(documents))
      s.keepState.run('position', String(position))
    },
  }
}

/** Only words that everyone may see can be meant: a mended question never tells of a rest. */
function spelledIn({ headline, standfirst, bylines }: SearchDocument): ReadonlySet<string> {
  const words = wordsOf([headline, standfirst, ...bylines].join(' '))
  const spelled = words.filter(
    (word) => word.length > 2 && !isUnspaced(word) && !/^\p{N}/u.test(word),
  )
  return new Set(spelled.map(foldedWord))
}

function numberIn(statement: StatementSync, name: string): number | null {
  const row = statement.get(name)
  const value = row === undefined ? null : Object.values(row)[0]
  return value === null || value === undefined ? null : Number(value)
}
