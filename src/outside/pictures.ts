import type { KeptPicture } from '#catalogue'
import type { PictureKeeper } from '#desk'
import { digestOf } from '#ground/digest'
import { good, type Outcome } from '#ground/outcome'
import { type BlobStore, masterName } from './blobs.ts'
import type { CarefulClient } from './careful-client.ts'
import { readFacts, writeFacts } from './picture-facts.ts'
import { openPictureProcess, type PictureProcess } from './picture-process.ts'
import { type PictureRefusal, pictureBytes } from './picture-source.ts'

export interface PictureNeeds {
  readonly client: CarefulClient
  /** Renderings and facts. */
  readonly blobs: BlobStore
  /** Pictures as they came, until all their renderings are made. No reader is ever sent one. */
  readonly masters: BlobStore
}

/**
 * Keeps pictures as blobs. What is kept is the picture as it came: no pixel of it is lost, keeping
 * it costs no encoding, and its digest tells whether the disk still holds what was sent. Renderings
 * are made of it later; a picture that was kept before is not looked at again.
 */
export function openPictureKeeper({ client, ...stores }: PictureNeeds): PictureKeeper {
  const process = openPictureProcess()
  return {
    async keep(from, delivery) {
      const got = await pictureBytes(client, from, delivery)
      return got.ok ? keepBytes(stores, process, got.value) : got
    },
  }
}

async function keepBytes(
  { blobs, masters }: Pick<PictureNeeds, 'blobs' | 'masters'>,
  process: PictureProcess,
  bytes: Uint8Array,
): Promise<Outcome<KeptPicture, PictureRefusal>> {
  const digest = digestOf(bytes)
  const known = await readFacts(blobs, digest)
  if (known !== null) return good(known)

  const checked = await process.check(bytes)
  if (!checked.ok) return checked
  await masters.put(masterName(digest), bytes)
  const picture = { digest, ...checked.value }
  await writeFacts(blobs, picture)
  return good(picture)
}
