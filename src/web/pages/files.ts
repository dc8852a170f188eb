import type { Context } from 'hono'
import { renderingNamed } from '#catalogue'
import { mayOpenPicture } from '#reading'
import type { Assets } from '../assets.ts'
import { encodingFor } from '../keeping/encoding.ts'
import { matches } from '../keeping/kept-page.ts'
import type { Page } from '../named-page.ts'
import type { AppNeeds } from '../needs.ts'
import { forEver } from '../page.ts'
import type { Visit } from '../visit.ts'

/** Styles, fonts and the icon: their names change with their content, so they are kept for ever. */
export function sendAsset(assets: Assets): Page {
  return (c) => {
    const name = c.req.param('file') ?? ''
    const asset = assets.file(name)
    if (asset === null) return c.notFound()
    const brotli = encodingFor(c.req.header('accept-encoding') ?? null) === 'br' && asset.brotli
    if (brotli) c.header('content-encoding', 'br')
    if (asset.brotli) c.header('vary', 'Accept-Encoding')
    return sendFile(c, { name, type: asset.type, body: brotli || asset.body }, forEver)
  }
}

/** Seconds until as many renderings as may wait are made, and a few more. */
const busyFor = 10

/**
 * A kept picture, if a story that anyone may open shows it; otherwise there is no such picture, and
 * none is made. One that was never asked for before is made now.
 */
export function sendPicture({ pictureUses, pictureFiles }: AppNeeds): Page {
  return async (c) => {
    const name = c.req.param('file') ?? ''
    const picture = renderingNamed(name)
    if (picture === null || !(await mayOpenPicture(pictureUses, picture.digest))) {
      return c.notFound()
    }
    const found = await pictureFiles.read(name)
    if (found === null) return c.notFound()
    if (found === 'busy') {
      return c.text('', 503, { 'cache-control': 'no-store', 'retry-after': String(busyFor) })
    }
    return sendFile(c, { name, type: `image/${picture.format}`, body: found }, forEver)
  }
}

/** Bytes that never change under their name. */
interface Sent {
  readonly name: string
  readonly type: string
  readonly body: Uint8Array
}

/** Sends a file whose name changes with its content. */
export function sendFile(c: Context<Visit>, { name, type, body }: Sent, keeping: string): Response {
  const tag = `"${name}"`
  const headers = { 'cache-control': keeping, etag: tag }
  if (matches(c.req.header('if-none-match') ?? null, tag)) return c.body(null, 304, headers)
  const length = String(body.byteLength)
  return c.body(Buffer.from(body), 200, {
    ...headers,
    'content-type': type,
    'content-length': length,
  })
}
