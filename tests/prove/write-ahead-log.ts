import { existsSync, readFileSync } from 'node:fs'

/**
 * Where the commits end that a write-ahead log of SQLite holds and that are not yet in the database
 * file: bytes from its start (sqlite.org/fileformat, section 4). None when there is no log.
 */
export function commitsIn(file: string): number[] {
  const log = existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
  if (log.length < 32) return []
  const frame = 24 + log.readUInt32BE(8)
  const salts = log.subarray(16, 24)
  const commits: number[] = []
  for (let at = 32; at + frame <= log.length; at += frame) {
    // Frames with other salts were left behind from before the last checkpoint.
    if (!log.subarray(at + 8, at + 16).equals(salts)) break
    if (log.readUInt32BE(at + 4) !== 0) commits.push(at + frame)
  }
  return commits
}
