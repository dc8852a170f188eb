import sharp, { type Sharp } from 'sharp'
import type { PictureRefusal } from './picture-source.ts'

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

export interface Size {
  readonly width: number
  readonly height: number
}

/**
 * Opens a stranger's picture at this size: upright, in sRGB, eight bits deep, first frame only. A
 * decoder that can leave pixels out on its way does so. What is broken rejects when it is made.
 */
export function decodePicture(bytes: Uint8Array, size: Size): Sharp {
  return sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels })
    .autoOrient()
    .resize({ ...size, fit: 'fill' })
    .toColourspace('srgb')
    .timeout({ seconds })
}

/** As the picture will stand, read from its head alone: nothing is unpacked for this. */
export async function sizeOf(bytes: Uint8Array): Promise<Size> {
  const { autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata()
  return autoOrient
}

/** Text is told by its beginning: an SVG holds scripts and addresses, so it is not even opened. */
export function refusalByStart(bytes: Uint8Array): PictureRefusal | null {
  if (bytes.byteLength === 0) return broken('it is empty')
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096)).replaceAll('\0', '')
  if (!/^(?:ï»¿|ÿþ|þÿ)?\s*</.test(text)) return null
  if (!/<(?:\w+:)?svg[\s>]/i.test(text)) return broken('it is a page of text, not a picture')
  const message = 'SVG pictures are not taken, as they can hold programs; send PNG, JPEG or WebP.'
  return { code: 'image.svg', message }
}

export function refusalBySize({ width, height }: Size): PictureRefusal | null {
  if (width <= 2 || height <= 2) {
    const message = `A picture of ${width} by ${height} pixels shows nothing and was left out.`
    return { code: 'image.tiny', message }
  }
  if (width * height <= mostPixels) return null
  const has = `${width} × ${height} = ${Math.round((width * height) / 1e6)} megapixels`
  const message = `The picture has ${has}; send one of at most ${mostPixels / 1e6}.`
  return { code: 'image.too-large', message }
}

export function refusalFrom(error: unknown): PictureRefusal {
  const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  if (/pixel limit/i.test(said)) {
    const message = `The picture unfolds to more than ${mostPixels / 1e6} megapixels; send a smaller one.`
    return { code: 'image.too-large', message }
  }
  return broken(/unsupported image format/i.test(said) ? 'it is of no known kind' : said)
}

export function broken(why: string): PictureRefusal {
  const message = `The picture cannot be read: ${why}. Send it again as PNG, JPEG or WebP.`
  return { code: 'image.bad', message }
}
