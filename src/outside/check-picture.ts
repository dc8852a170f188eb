import { rgbaToThumbHash } from 'thumbhash'
import type { KeptPicture } from '#catalogue'
import { bad, good, type Outcome } from '#ground/outcome'
import {
  decodePicture,
  refusalBySize,
  refusalByStart,
  refusalFrom,
  type Size,
  sizeOf,
} from './decode-picture.ts'
import type { PictureRefusal } from './picture-source.ts'

/** All that a story has to know of a picture before any rendering of it is made. */
export type PictureLook = Omit<KeptPicture, 'digest'>

/** The first is for cards, the last for a wide screen. */
const widest = [320, 480, 960, 1600]
/** Well below what WebP can hold (16,383), so that a very tall picture gets narrower instead. */
const tallest = 8_000
/** What a thumbhash takes at most, either way. */
const thumb = 100

/**
 * Unpacks a picture once, to its end but small, so that what is broken is refused while somebody
 * can still send it again; says how it will stand and what stands in for it.
 */
export async function checkPicture(
  bytes: Uint8Array,
): Promise<Outcome<PictureLook, PictureRefusal>> {
  const strange = refusalByStart(bytes)
  if (strange !== null) return bad(strange)
  try {
    const size = await sizeOf(bytes)
    const unfit = refusalBySize(size)
    return unfit === null ? good({ ...widthsOf(size), ...(await lookOf(bytes, size)) }) : bad(unfit)
  } catch (error) {
    return bad(refusalFrom(error))
  }
}

/** Never wider than it came. */
function widthsOf(size: Size): Pick<KeptPicture, 'width' | 'height' | 'widths'> {
  const most = Math.min(size.width, 1600, Math.floor((tallest * size.width) / size.height))
  const width = Math.max(1, most)
  const height = Math.max(1, Math.round((size.height * width) / size.width))
  return { width, height, widths: [...widest.filter((narrower) => narrower < width), width] }
}

/** What stands in for the picture until it has come. */
async function lookOf(
  bytes: Uint8Array,
  { width, height }: Size,
): Promise<Pick<KeptPicture, 'thumbhash' | 'tone'>> {
  const scale = Math.min(1, thumb / Math.max(width, height))
  const small = (side: number) => Math.max(1, Math.round(side * scale))
  const { data, info } = await decodePicture(bytes, { width: small(width), height: small(height) })
    .ensureAlpha()
    .toFormat('raw', { depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const hash = rgbaToThumbHash(info.width, info.height, data)
  return { thumbhash: Buffer.from(hash).toString('base64'), tone: toneOf(data) }
}

/** The mean colour of RGBA pixels, laid on white paper where they are transparent. */
function toneOf(rgba: Uint8Array): string {
  const sums = [0, 0, 0]
  for (let at = 0; at < rgba.length; at += 4) {
    const cover = (rgba[at + 3] ?? 0) / 255
    for (const part of [0, 1, 2]) {
      sums[part] = (sums[part] ?? 0) + (rgba[at + part] ?? 0) * cover + 255 * (1 - cover)
    }
  }
  const hex = sums.map((sum) =>
    Math.round(sum / (rgba.length / 4))
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${hex.join('')}`
}
