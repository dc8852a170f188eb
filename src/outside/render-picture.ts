import sharp, { type Sharp } from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import type { KeptPicture, PictureFormat } from '#catalogue'
import { bad, good, type Outcome } from '#ground/outcome'
import type { PictureRefusal } from './picture-source.ts'

export interface Rendering {
  readonly width: number
  readonly format: PictureFormat
  readonly bytes: Uint8Array
}

export interface Rendered {
  readonly facts: Omit<KeptPicture, 'digest'>
  readonly renderings: readonly Rendering[]
}

const widest = [480, 960, 1600]
/** Well below what WebP can hold (16,383), so that a very tall picture gets narrower instead. */
const tallest = 8_000
const mostPixels = 50_000_000
const seconds = 20

// One thread a picture: a stand that takes in a thousand pictures still answers its readers.
sharp.concurrency(1)
sharp.cache(false)
// libvips can open much more than pictures from the press; only what we mean to take is left open.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif', 'Tiff'].map(
    (kind) => `VipsForeignLoad${kind}`,
  ),
})

/**
 * Every rendering of a picture, from the bytes it came as: upright, in sRGB, first frame only,
 * without metadata (EXIF would tell where a photographer stood), never enlarged.
 */
export async function renderPicture(bytes: Uint8Array): Promise<Outcome<Rendered, PictureRefusal>> {
  const strange = refusalByStart(bytes)
  if (strange !== null) return bad(strange)
  try {
    const size = await sizeOf(bytes)
    const unfit = refusalBySize(size)
    return unfit === null ? good(await renderAll(bytes, size)) : bad(unfit)
  } catch (error) {
    return bad(refusalFrom(error))
  }
}

interface Size {
  readonly width: number
  readonly height: number
}

/** As the picture will stand, read from its head alone: nothing is unpacked for this. */
async function sizeOf(bytes: Uint8Array): Promise<Size> {
  const { autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata()
  return autoOrient
}

async function renderAll(bytes: Uint8Array, size: Size): Promise<Rendered> {
  const width = Math.max(
    1,
    Math.min(size.width, 1600, Math.floor((tallest * size.width) / size.height)),
  )
  // Decoded once, at the largest width; the smaller ones are made from that.
  const { data, info } = await sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels })
    .autoOrient()
    .resize({ width })
    .toColourspace('srgb')
    .toFormat('raw', { depth: 'uchar' })
    .timeout({ seconds })
    .toBuffer({ resolveWithObject: true })
  const { height, channels } = info
  const open = () => sharp(data, { raw: { width, height, channels } }).timeout({ seconds })

  const widths = [...widest.filter((narrower) => narrower < width), width]
  const renderings: Rendering[] = []
  for (const each of widths) {
    const webp = await open().resize({ width: each }).webp({ quality: 75 }).toBuffer()
    const avif = await open().resize({ width: each }).avif({ quality: 50, effort: 3 }).toBuffer()
    renderings.push({ width: each, format: 'webp', bytes: webp })
    renderings.push({ width: each, format: 'avif', bytes: avif })
  }
  return { facts: { width, height, widths, ...(await lookOf(open())) }, renderings }
}

/** What stands in for the picture until it has come. */
async function lookOf(picture: Sharp): Promise<Pick<KeptPicture, 'thumbhash' | 'tone'>> {
  const { data, info } = await picture
    .resize({ width: 100, height: 100, fit: 'inside' })
    .ensureAlpha()
    .toFormat('raw')
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

/** Text is told by its beginning: an SVG holds scripts and addresses, so it is not even opened. */
function refusalByStart(bytes: Uint8Array): PictureRefusal | null {
  if (bytes.byteLength === 0) return broken('it is empty')
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096)).replaceAll('\0', '')
  if (!/^(?:ï»¿|ÿþ|þÿ)?\s*</.test(text)) return null
  if (!/<(?:\w+:)?svg[\s>]/i.test(text)) return broken('it is a page of text, not a picture')
  const message = 'SVG pictures are not taken, as they can hold programs; send PNG, JPEG or WebP.'
  return { code: 'image.svg', message }
}

function refusalBySize({ width, height }: Size): PictureRefusal | null {
  if (width <= 2 || height <= 2) {
    const message = `A picture of ${width} by ${height} pixels shows nothing and was left out.`
    return { code: 'image.tiny', message }
  }
  if (width * height <= mostPixels) return null
  const has = `${width} × ${height} = ${Math.round((width * height) / 1e6)} megapixels`
  const message = `The picture has ${has}; send one of at most ${mostPixels / 1e6}.`
  return { code: 'image.too-large', message }
}

function refusalFrom(error: unknown): PictureRefusal {
  const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  if (/pixel limit/i.test(said)) {
    const message = `The picture unfolds to more than ${mostPixels / 1e6} megapixels; send a smaller one.`
    return { code: 'image.too-large', message }
  }
  return broken(/unsupported image format/i.test(said) ? 'it is of no known kind' : said)
}

function broken(why: string): PictureRefusal {
  const message = `The picture cannot be read: ${why}. Send it again as PNG, JPEG or WebP.`
  return { code: 'image.bad', message }
}
