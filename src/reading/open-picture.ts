import { type AdmitNeeds, admit, decide, type Viewer } from '#access'
import type { PictureStories, PictureUses } from './store.ts'

const anyStory = { id: '', editionId: '', publicationId: '' }

/** How to find out whether somebody who is known may see more than a stranger. */
export interface PictureAsk extends AdmitNeeds {
  readonly pictureStories: PictureStories
  readonly viewer: Viewer
}

/**
 * Whether this picture may be seen: by anyone, when it stands in the lead of a story, or in the
 * rest of one whose door is open; by the viewer, when a story whose rest it stands in is open to
 * them. Knowing a picture's address is not a right to it, and a picture is never counted.
 * @returns 'anyone' and 'viewer' are told apart because only the first may be kept by caches
 */
export async function whoMaySeePicture(
  uses: PictureUses,
  digest: string,
  ask?: PictureAsk,
): Promise<'anyone' | 'viewer' | 'nobody'> {
  const found = await uses.of(digest)
  const isShown = found.some(
    ({ door, place }) => place === 'lead' || decide({ story: { ...anyStory, door } }).open,
  )
  if (isShown) return 'anyone'
  if (ask === undefined || found.length === 0) return 'nobody'
  const { viewer } = ask
  for (const story of await ask.pictureStories.of(digest)) {
    const { verdict } = await admit(ask, story, { viewer, counts: false })
    if (verdict.open) return 'viewer'
  }
  return 'nobody'
}

/** Whether a stranger may see this picture. */
export async function mayOpenPicture(uses: PictureUses, digest: string): Promise<boolean> {
  return (await whoMaySeePicture(uses, digest)) === 'anyone'
}
