import { html } from 'hono/html'
import { type KeptPicture, pictureAddress, pictureFormats } from '#catalogue'
import type { Html } from '../page.ts'

interface Showing {
  /** How wide it is shown, for the browser's choice of a file: a `sizes` attribute. */
  readonly sizes: string
  /** True for a picture that is seen at once. */
  readonly first?: boolean
}

/** Pixels of the shorter side below which a picture says nothing beside a headline. */
const least = 96
/** Pixels of width from which it can lead a page. */
const leastToLead = 480

/** Whether a picture is worth showing beside a headline: an icon or a thin line is not. */
export function isShowable(picture: KeptPicture | null): picture is KeptPicture {
  return picture !== null && Math.min(picture.width, picture.height) >= least
}

/** Whether it can lead a page: wide enough, and not upright, for it is shown in landscape. */
export function canLead(picture: KeptPicture | null): picture is KeptPicture {
  return (
    isShowable(picture) && picture.width >= leastToLead && picture.width >= picture.height * 0.9
  )
}

/** A picture beside a headline. The headline says what it is about, so it has no text of its own. */
export function pictureBeside(picture: KeptPicture, { sizes, first = false }: Showing): Html {
  const { digest, width, height, widths, tone } = picture
  const sources = pictureFormats.map((format) => {
    const files = widths.map((wide) => `${pictureAddress(digest, wide, format)} ${wide}w`)
    return html`<source type="image/${format}" srcset="${files.join(', ')}" sizes="${sizes}">`
  })
  const plain = pictureAddress(digest, widths[0] ?? width, 'webp')
  const haste = first ? html`fetchpriority="high"` : html`loading="lazy"`
  return html`<picture>${sources}<img src="${plain}" alt="" width="${width}" height="${height}" data-tone="${tone}" ${haste} decoding="async"></picture>`
}
