import type { Context } from 'hono'
import { renderingNamed } from '#catalogue'
import { mayOpenPicture, whoMaySeePicture } from '#reading'
import type { Assets } from '../assets.ts'
import { encodingFor } from '../keeping/encoding.ts'
import { matches } from '../keeping/kept-page.ts'
import type { Page } from '../named-page.ts'
import type { AppNeeds } from '../needs.ts'
import { forEver, forNobodyElse } from '../page.ts'
import { viewerOf } from '../reader/viewer-of.ts'
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
 * A kept picture, if a story that anyone may open shows it. Others are for those who may read a
 * story whose rest they stand in: who that is, is only then asked.
 */
export function sendPicture({ pictureUses, pictureFiles }: AppNeeds): Page {
  return async (c, next) => {
    const name = c.req.param('file') ?? ''
    const picture = renderingNamed(name)
    if (picture === null) return c.notFound()
    if (!(await mayOpenPicture(pictureUses, picture.digest))) {
      c.set('alone', true)
      return next()
    }
    const found = await pictureFiles.read(name)
    if (typeof found === 'string') return sendBusy(c)
    if (found === null) return c.notFound()
    return sendFile(c, { name, type: `image/${picture.format}`, body: found }, forEver)
  }
}

/** A picture in the rest of a story that is open to who asks; to others there is no such picture. */
export function sendOwnPicture(needs: AppNeeds): Page {
  const { pictureUses, pictureFiles, access, clock } = needs
  return async (c) => {
    const name = c.req.param('file') ?? ''
    const picture = renderingNamed(name)
    const ask = { ...access, clock, viewer: viewerOf(c) }
    const who = picture && (await whoMaySeePicture(pictureUses, picture.digest, ask))
    const found = who === 'viewer' || who === 'anyone' ? await pictureFiles.read(name) : null
    if (typeof found === 'string') return sendBusy(c)
    if (picture === null || found === null) return c.notFound()
    const type = `image/${picture.format}`
    return c.body(Buffer.from(found), 200, { 'content-type': type, 'cache-control': forNobodyElse })
  }
}

const sendBusy = (c: Context<Visit>) =>
  c.text('', 503, { 'cache-control': 'no-store', 'retry-after': String(busyFor) })

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
