import type { KeptPicture } from '#catalogue'
import type { BlobStore } from './blobs.ts'

/** The blob that is written after a picture's master: it says that its renderings can be made. */
const factsName = (digest: string) => `${digest}.json`

export function writeFacts(blobs: BlobStore, picture: KeptPicture): Promise<void> {
  const text = JSON.stringify(picture)
  return blobs.put(factsName(picture.digest), new TextEncoder().encode(text))
}

/** What is known of a picture that was kept before; null when it was not, or not to the end. */
export async function readFacts(blobs: BlobStore, digest: string): Promise<KeptPicture | null> {
  const bytes = await blobs.read(factsName(digest))
  if (bytes === null) return null
  try {
    const facts: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isPicture(facts) && facts.digest === digest ? facts : null
  } catch {
    return null
  }
}

function isPicture(facts: unknown): facts is KeptPicture {
  if (typeof facts !== 'object' || facts === null) return false
  const { digest, width, height, widths, thumbhash, tone }: Partial<Record<string, unknown>> = {
    ...facts,
  }
  const texts = [digest, thumbhash, tone]
  const numbers: unknown[] = [width, height, ...(Array.isArray(widths) ? widths : [null])]
  return (
    texts.every((text) => typeof text === 'string') &&
    numbers.every((number) => typeof number === 'number')
  )
}
