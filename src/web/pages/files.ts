import type { Context } from 'hono'
import { type PictureFormat, pictureFile, pictureFormats } from '#catalogue'
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
    return sendForEver(c, { name, type: asset.type, body: brotli || asset.body })
  }
}

/** A kept picture, if a story that anyone may open shows it; otherwise there is no such picture. */
export function sendPicture({ pictureUses, pictureFiles }: AppNeeds): Page {
  return async (c) => {
    const picture = pictureNamed(c.req.param('file') ?? '')
    if (picture === null || !(await mayOpenPicture(pictureUses, picture.digest))) {
      return c.notFound()
    }
    const bytes = await pictureFiles.read(picture.name)
    if (bytes === null) return c.notFound()
    return sendForEver(c, { name: picture.name, type: `image/${picture.format}`, body: bytes })
  }
}

interface Sent {
  readonly name: string
  readonly type: string
  readonly body: Uint8Array
}

function sendForEver(c: Context<Visit>, { name, type, body }: Sent): Response {
  const tag = `"${name}"`
  const headers = { 'cache-control': forEver, etag: tag }
  if (matches(c.req.header('if-none-match') ?? null, tag)) return c.body(null, 304, headers)
  const length = String(body.byteLength)
  return c.body(Buffer.from(body), 200, {
    ...headers,
    'content-type': type,
    'content-length': length,
  })
}

const pattern = new RegExp(`^([0-9a-f]{64})-([1-9]\\d{0,4})\\.(${pictureFormats.join('|')})$`)

/** What a picture's file name says, or null when no picture can have this name. */
function pictureNamed(file: string) {
  const [, digest = '', width = '', extension = ''] = pattern.exec(file) ?? []
  const format: PictureFormat | undefined = pictureFormats.find((known) => known === extension)
  if (format === undefined) return null
  return { digest, format, name: pictureFile(digest, Number(width), format) }
}
