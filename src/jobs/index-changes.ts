import type { Outbox } from '#desk'
import type { DocumentReader, IndexChange } from '#search'

/** Lines of the outbox that are read at once. */
const linesAtOnce = 200
/** So many stories with all their words are held at once. */
export const documentsAtOnce = 250

/**
 * What has happened after this position in the outbox, for an index that knows what was before. An
 * edition of thousands of stories is several changes, and only the last of them has its position.
 */
export async function* changesAfter(
  from: number,
  { documents, outbox }: { readonly documents: DocumentReader; readonly outbox: Outbox },
): AsyncGenerator<IndexChange> {
  for (let position = from; ; ) {
    const lines = await outbox.after(position, linesAtOnce)
    const last = lines.at(-1)
    if (last === undefined) return
    const touched = [...new Set(lines.flatMap(({ happening }) => happening.stories))]
    for (let at = 0; at === 0 || at < touched.length; at += documentsAtOnce) {
      const some = touched.slice(at, at + documentsAtOnce)
      const put = await documents.of(some)
      const there = new Set(put.map(({ storyId }) => storyId))
      const remove = some.filter((id) => !there.has(id))
      if (at + documentsAtOnce >= touched.length) position = last.position
      yield { put, remove, position }
    }
  }
}
