import type { Answer } from './answer.ts'
import { type ReceiveNeeds, receive } from './receive.ts'
import type { Released } from './store.ts'

/** Editions taken up at a time; what is left comes in the next round. */
const mostAtOnce = 50

/**
 * Publishes what was held and whose hour has come; gives an answer for every story. An edition
 * that cannot come out does not keep the others back: its error is thrown after them.
 */
export async function* releaseDue(needs: ReceiveNeeds): AsyncGenerator<Answer> {
  const errors: unknown[] = []
  for (const edition of await needs.press.due(needs.clock(), mostAtOnce)) {
    try {
      yield* release(needs, edition)
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw errors[0]
}

function release(needs: ReceiveNeeds, { publication, editionName, drafts }: Released) {
  const entries = drafts.map((draft) => ({
    entry: { ok: true, draft, remarks: [] } as const,
    from: publication.slug,
  }))
  const how = { door: null, publishAt: null, editionName, released: true }
  return receive(needs, { publication, entries, ...how })
}
