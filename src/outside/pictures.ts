import { type KeptPicture, pictureFile } from '#catalogue'
import type { PictureKeeper } from '#desk'
import { digestOf } from '#ground/digest'
import { good, type Outcome } from '#ground/outcome'
import type { BlobStore } from './blobs.ts'
import type { CarefulClient } from './careful-client.ts'
import { readFacts, writeFacts } from './picture-facts.ts'
import { type PictureRefusal, pictureBytes } from './picture-source.ts'
import { openRenderingProcess, type RenderingProcess } from './rendering-process.ts'

export interface PictureNeeds {
  readonly client: CarefulClient
  readonly blobs: BlobStore
}

/** Keeps pictures as blobs; a picture that was kept before is not made again. */
export function openPictureKeeper({ client, blobs }: PictureNeeds): PictureKeeper {
  const rendering = openRenderingProcess()
  return {
    async keep(from, delivery) {
      const got = await pictureBytes(client, from, delivery)
      return got.ok ? keepBytes(blobs, rendering, got.value) : got
    },
  }
}

async function keepBytes(
  blobs: BlobStore,
  rendering: RenderingProcess,
  bytes: Uint8Array,
): Promise<Outcome<KeptPicture, PictureRefusal>> {
  const digest = digestOf(bytes)
  const known = await readFacts(blobs, digest)
  if (known !== null) return good(known)

  const rendered = await rendering.render(bytes)
  if (!rendered.ok) return rendered
  for (const { width, format, bytes: made } of rendered.value.renderings) {
    await blobs.put(pictureFile(digest, width, format), made)
  }
  const picture = { digest, ...rendered.value.facts }
  await writeFacts(blobs, picture)
  return good(picture)
}
