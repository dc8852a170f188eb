import { globSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { commitsIn } from './write-ahead-log.ts'

/** Damages the copy of a data folder; false when there was nothing to damage. */
export type Sabotage = (copy: string) => Promise<boolean> | boolean

/** Ways to break what the proof guards: each must be noticed, or the proof proves nothing. */
export const sabotages: Readonly<Record<string, Sabotage>> = {
  /** A disk that confirmed writes and lost the newest of them. */
  lose: (copy) => loseCommits(join(copy, 'kiosk.db-wal')),
  /** A story of an edition is not there. */
  half: (copy) =>
    changed(copy, (database) => {
      const story = database.prepare('select id from story order by random() limit 1').get()
      for (const table of ['received', 'revision', 'rest', 'picture_use']) {
        database.prepare(`delete from ${table} where story_id = ?`).run(story?.id ?? null)
      }
      return database.prepare('delete from story where id = ?').run(story?.id ?? null)
    }),
  /** The rest of one revision stands with the lead of another. */
  mix: (copy) =>
    changed(copy, (database) =>
      database
        .prepare(
          `update rest set html = replace(html, 'as of round', 'as of round 9999')
           where rowid = (select rowid from rest where html <> '' order by random() limit 1)
             and revision = (select revision from story where id = rest.story_id)`,
        )
        .run(),
    ),
  /** Something happened that the outbox does not tell. */
  gap: (copy) =>
    changed(copy, (database) =>
      database
        .prepare('delete from outbox where position = (select max(position) / 2 + 1 from outbox)')
        .run(),
    ),
  /** A picture was acknowledged, and what is rendered from it lacks its end. */
  picture: async (copy) => {
    const [first] = globSync('masters/*/*.master', { cwd: copy })
    if (first === undefined) return false
    const file = join(copy, first)
    truncateSync(file, statSync(file).size - 1)
    return true
  },
}

function changed(copy: string, change: (database: DatabaseSync) => { changes: number | bigint }) {
  const database = new DatabaseSync(join(copy, 'kiosk.db'), { enableForeignKeyConstraints: false })
  try {
    return Number(change(database).changes) > 0
  } finally {
    database.close()
  }
}

/** Cuts the newer half of the commits off a write-ahead log. */
function loseCommits(file: string): boolean {
  const commits = commitsIn(file)
  if (commits.length === 0) return false
  truncateSync(file, commits[Math.floor(commits.length / 2) - 1] ?? 32)
  return true
}
