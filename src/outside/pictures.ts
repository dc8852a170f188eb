import { type KeptPicture, pictureFile } from '#catalogue'
import type { PictureKeeper } from '#desk'
import { digestOf } from '#ground/digest'
import { bad, good, type Outcome } from '#ground/outcome'
import type { BlobStore } from './blobs.ts'
import type { CarefulClient } from './careful-client.ts'
import { readFacts, writeFacts } from './picture-facts.ts'
import { type PictureRefusal, pictureBytes } from './picture-source.ts'
import { renderPicture } from './render-picture.ts'

export interface PictureNeeds {
  readonly client: CarefulClient
  readonly blobs: BlobStore
}

/** All renderings of one picture take this long at most; a decoder that hangs is not waited for. */
const patience = 60_000

/** Keeps pictures as blobs, one at a time; a picture that was kept before is not made again. */
export function openPictureKeeper({ client, blobs }: PictureNeeds): PictureKeeper {
  let last: Promise<unknown> = Promise.resolve()

  /** A picture of 50 megapixels takes some 200 MB while it is open: one after the other. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }

  return {
    async keep(from, delivery) {
      const got = await pictureBytes(client, from, delivery)
      return got.ok ? inTurn(() => keepBytes(blobs, got.value)) : got
    },
  }
}

async function keepBytes(
  blobs: BlobStore,
  bytes: Uint8Array,
): Promise<Outcome<KeptPicture, PictureRefusal>> {
  const digest = digestOf(bytes)
  const known = await readFacts(blobs, digest)
  if (known !== null) return good(known)

  const rendered = await soon(renderPicture(bytes))
  if (!rendered.ok) return rendered
  for (const { width, format, bytes: rendering } of rendered.value.renderings) {
    await blobs.put(pictureFile(digest, width, format), rendering)
  }
  const picture = { digest, ...rendered.value.facts }
  await writeFacts(blobs, picture)
  return good(picture)
}

function soon<Value>(
  work: Promise<Outcome<Value, PictureRefusal>>,
): Promise<Outcome<Value, PictureRefusal>> {
  const { promise, resolve } = Promise.withResolvers<Outcome<Value, PictureRefusal>>()
  const message = 'The picture takes too long to read; send it again as a plain JPEG or PNG.'
  const alarm = setTimeout(() => resolve(bad({ code: 'image.bad', message })), patience)
  return Promise.race([work, promise]).finally(() => clearTimeout(alarm))
}
