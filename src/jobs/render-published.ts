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
  /** The next one last; null when all that is left undone has to be looked up. */
  let wanted: readonly string[] | null = null
  const follow = await followOutbox(outbox, ({ kind, stories }) => {
    if (kind === 'printed') printed.push(...stories)
    if (kind === 'described') wanted = null
  })

  /** Logos and covers stand in no story, and on many pages: they come before the stories' own. */
  const leftUndone = async (): Promise<readonly string[]> => {
    const all = await renderings.unfinished()
    const inStories = await shown.newestFirst(all)
    const others = new Set(all).difference(new Set(inStories))
    return [...inStories.toReversed(), ...others]
  }

  const lookForNews = async (): Promise<readonly string[]> => {
    await follow()
    const old = wanted ?? (await leftUndone())
    const news = await shown.inStories(printed.splice(0))
    return [...old, ...news.toReversed()]
  }

  return async (signal) => {
    while (!signal.aborted) {
      const all = await lookForNews()
      const digest = all.at(-1)
      wanted = all.slice(0, -1)
      if (digest === undefined) return
      if (!(await mayOpenPicture(uses, digest))) continue
      const end = await renderings.finish(digest, signal)
      // More tries would be as many failures. What is printed next shows that the disk is well again.
      if (end === 'not-stored') wanted = []
    }
  }
}
