import type { Outbox, PublishedPictures } from '#desk'
import type { Renderings } from '#outside'
import { mayOpenPicture, type PictureUses } from '#reading'
import { followOutbox } from './follow-outbox.ts'

export interface RenderNeeds {
  readonly outbox: Outbox
  readonly uses: PictureUses
  readonly shown: PublishedPictures
  readonly renderings: Pick<Renderings, 'finish' | 'unfinished'>
}

/**
 * Makes the renderings of published pictures before anybody asks for them, the newest first: once
 * for all that earlier runs left undone, and from then on for what is printed. A picture that
 * nobody may open today is left as it is. Each call of what it returns works until nothing is left.
 */
export async function renderPublished({
  outbox,
  uses,
  shown,
  renderings,
}: RenderNeeds): Promise<(signal: AbortSignal) => Promise<void>> {
  const printed: string[] = []
  const follow = await followOutbox(outbox, ({ kind, stories }) => {
    if (kind === 'printed') printed.push(...stories)
  })
  /** The next one last. */
  let wanted: string[] | null = null

  const lookForNews = async (old: readonly string[]): Promise<string[]> => {
    await follow()
    const news = await shown.inStories(printed.splice(0))
    return [...old, ...news.toReversed()]
  }

  return async (signal) => {
    wanted ??= [...(await shown.newestFirst(await renderings.unfinished()))].reverse()
    while (!signal.aborted) {
      wanted = await lookForNews(wanted)
      const digest = wanted.pop()
      if (digest === undefined) return
      if (!(await mayOpenPicture(uses, digest))) continue
      const end = await renderings.finish(digest, signal)
      // More tries would be as many failures. What is printed next shows that the disk is well again.
      if (end === 'not-stored') wanted = []
    }
  }
}
