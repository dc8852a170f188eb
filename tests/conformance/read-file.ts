import { readFileSync } from 'node:fs'
import { plainTextOf } from '#catalogue'
import type { DraftBlock, Reader, Reading } from '#ingest'

export interface AsSent {
  readonly contentType?: string | null
  readonly from?: string
}

/** A file of a corpus as if it had come from an invented address. */
export function readFile(reader: Reader, file: string, sent: AsSent = {}): Promise<Reading> {
  return reader.read({
    bytes: readFileSync(file),
    from: sent.from ?? 'http://127.0.0.1:8097/feed',
    contentType: sent.contentType ?? null,
    at: Temporal.Now.instant(),
    timeZone: 'UTC',
  })
}

/** What the blocks say, captions included. */
export const textOfBlocks = (blocks: readonly DraftBlock[]): string =>
  blocks
    .map((block) =>
      block.kind === 'picture' ? block.caption.replace(/<[^>]*>/g, '') : plainTextOf(block),
    )
    .join('\n')
