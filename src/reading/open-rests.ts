import { type AdmitNeeds, admit, type Viewer } from '#access'
import type { Block, OpenableCard } from '#catalogue'
import type { RestReader } from './store.ts'

export interface OpenRestsNeeds extends AdmitNeeds {
  readonly rests: Pick<RestReader, 'blocksOfEach'>
}

/**
 * The rests of those of these stories that open to this viewer, by id, by the same decision as their
 * pages: for what is shown of many stories at once. Nothing is counted for looking.
 */
export async function openRests(
  needs: OpenRestsNeeds,
  stories: readonly OpenableCard[],
  viewer: Viewer,
): Promise<ReadonlyMap<string, readonly Block[]>> {
  const decided = await Promise.all(
    stories
      .filter(({ left }) => left !== null)
      .map(async (story) => {
        const { verdict } = await admit(needs, story, { viewer, counts: false })
        return { story, isOpen: verdict.open }
      }),
  )
  const open = decided.filter(({ isOpen }) => isOpen).map(({ story }) => story)
  return open.length === 0 ? new Map() : needs.rests.blocksOfEach(open)
}
