import type { Outbox } from '#desk'
import type { OpenTranslator, SourceTexts, TranslationBook } from '#translate'
import { followOutbox } from './follow-outbox.ts'

export interface ReleaseNeeds {
  readonly outbox: Outbox
  readonly book: Pick<TranslationBook, 'storiesIn' | 'release'>
  readonly texts: SourceTexts
  readonly translator: Pick<OpenTranslator, 'keysOf'>
}

/**
 * Forgets the translations of stories that were withdrawn, and of corrected ones the blocks that they
 * do not hold any more. Each call of what it returns works until nothing is left.
 */
export async function releaseTranslations({
  outbox,
  book,
  texts,
  translator,
}: ReleaseNeeds): Promise<() => Promise<void>> {
  const touched = new Set<string>()
  const follow = await followOutbox(outbox, ({ kind, stories }) => {
    if (kind !== 'described') for (const id of stories) touched.add(id)
  })
  return async () => {
    await follow()
    for (const some of portions([...touched])) {
      const translated = await book.storiesIn(some)
      const there = new Map((await texts.of(translated)).map((text) => [text.storyId, text]))
      for (const id of some) touched.delete(id)
      for (const id of translated) {
        const text = there.get(id)
        const keys = text === undefined ? [] : await translator.keysOf(text)
        // Nobody can say yet what it still needs.
        if (keys === null) touched.add(id)
        else await book.release(id, keys)
      }
    }
  }
}

/** Stories looked at together: their whole words are in memory then. */
const most = 50

function portions(ids: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(ids.length / most)
  return Array.from({ length: count }, (_, at) => ids.slice(at * most, (at + 1) * most))
}
