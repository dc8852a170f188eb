import type { BlockBody, Spoken } from '#catalogue'
import type { Draft, DraftBlock, Remark } from '#ingest'
import type { PictureKeeper } from './pictures.ts'

export interface WithPictures {
  readonly bodies: readonly (BlockBody & Spoken)[]
  readonly remarks: readonly Remark[]
}

/** A story with more pictures than this is a gallery that nobody meant. */
const mostPictures = 60

/**
 * Keeps the pictures of a draft. One that cannot be kept is left out with a remark; the story
 * comes out all the same.
 */
export async function keepPictures(
  keeper: PictureKeeper,
  draft: Draft,
  from: string,
): Promise<WithPictures> {
  const bodies: (BlockBody & Spoken)[] = []
  const remarks: Remark[] = []
  let count = 0
  for (const block of draft.blocks) {
    if (block.kind !== 'picture') bodies.push(block)
    else if (++count > mostPictures) remarks.push(tooMany(block))
    else {
      const kept = await keeper.keep(block.picture.from, from)
      if (kept.ok) bodies.push({ ...block, picture: kept.value })
      else remarks.push({ ...kept.reason, where: shown(block.picture.from) })
    }
  }
  return { bodies, remarks }
}

function tooMany(block: DraftBlock & { kind: 'picture' }): Remark {
  const message = `Only the first ${mostPictures} pictures of a story are kept.`
  return { code: 'image.too-many', message, where: shown(block.picture.from) }
}

/** A `data:` address is the picture itself: its beginning names it well enough. */
const shown = (from: string) => (from.startsWith('data:') ? from.slice(0, 30) : from)
