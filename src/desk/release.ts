import type { Answer } from './answer.ts'
import { type ReceiveNeeds, receive } from './receive.ts'

/** Held drafts taken up at a time; what is left comes in the next round. */
const mostAtOnce = 2_000

/** Publishes what was held and whose hour has come; gives an answer for every story. */
export async function* releaseDue(needs: ReceiveNeeds): AsyncGenerator<Answer> {
  for (const { publication, editionName, drafts } of await needs.press.due(
    needs.clock(),
    mostAtOnce,
  )) {
    const entries = drafts.map((draft) => ({
      entry: { ok: true, draft, remarks: [] } as const,
      from: publication.slug,
    }))
    yield* receive(needs, {
      publication,
      entries,
      door: null,
      publishAt: null,
      editionName,
      released: true,
    })
  }
}
