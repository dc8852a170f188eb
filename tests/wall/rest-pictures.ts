import sharp from 'sharp'
import { digestOf } from '#ground/digest'
import { restColour } from './walled-stories.ts'

/** How far a rendering's colours may be from those it was made of. */
const near = 24

/** The share of its points in the colour of the rest above which a picture shows it. */
const shown = 0.01

/** Tells bytes that show a picture of the rest, in whatever size and format; each once. */
export function restPictureDetector(): (bytes: Buffer) => Promise<boolean> {
  const known = new Map<string, boolean>()
  return async (bytes) => {
    if (!isPicture(bytes)) return false
    const digest = digestOf(bytes)
    const before = known.get(digest)
    if (before !== undefined) return before
    const shows = await showsColour(bytes)
    known.set(digest, shows)
    return shows
  }
}

/** PNG, JPEG, WebP, GIF, and AVIF by its first box. */
function isPicture(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 12)
  return /^(?:\x89PNG|\xff\xd8\xff|RIFF....WEBP|GIF8|....ftypavif)/s.test(start)
}

async function showsColour(bytes: Buffer): Promise<boolean> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const points = info.width * info.height
  let found = 0
  for (let at = 0; at + 2 < data.length; at += info.channels) {
    const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3)
    const { abs } = Math
    if (abs(r - restColour.r) + abs(g - restColour.g) + abs(b - restColour.b) < near) found += 1
  }
  return found / points > shown
}
