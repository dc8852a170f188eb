import { decide } from '#access'
import type { PictureUses } from './store.ts'

/**
 * Whether a stranger may see this picture: it stands in the lead of a story, or in the rest of one
 * whose door is open. Knowing a picture's address is not a right to it.
 */
export async function mayOpenPicture(uses: PictureUses, digest: string): Promise<boolean> {
  const found = await uses.of(digest)
  return found.some(({ door, place }) => place === 'lead' || decide({ story: { door } }).open)
}
