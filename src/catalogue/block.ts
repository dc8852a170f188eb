import type { Direction } from '#ground/language'

/**
 * A story's text is a list of these. Every `html` holds inline markup only and was sanitised when
 * it came in; everything else is plain text.
 */
export type BlockBody =
  | { readonly kind: 'paragraph'; readonly html: string }
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly html: string }
  | { readonly kind: 'quote'; readonly paragraphs: readonly string[]; readonly source: string }
  | PictureBlock<KeptPicture>
  | ListBody
  | TableBody
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'card'; readonly address: string; readonly title: string }

export interface PictureBlock<Picture> {
  readonly kind: 'picture'
  readonly picture: Picture
  /** What the picture shows, for those who cannot see it; empty when it only decorates. */
  readonly alt: string
  readonly caption: string
  /** Plain text: who made it, under which licence. */
  readonly credit: string
}

export interface ListBody {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly items: readonly ListItem[]
}

export interface ListItem {
  readonly html: string
  readonly inner?: Omit<ListBody, 'kind'>
}

export interface TableBody {
  readonly kind: 'table'
  readonly caption: string
  /** Inline HTML a cell; may be empty when the table has no head. */
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Where a block's language differs from its story's. */
export interface Spoken {
  readonly language?: string
  readonly direction?: Direction
}

export type Block = BlockBody & Spoken & { readonly id: string }

/** A picture that Kiosk holds itself, re-encoded in several widths and formats. */
export interface KeptPicture {
  /** The digest of the picture as it came, which names all its renderings. */
  readonly digest: string
  /** Pixels of the largest rendering. */
  readonly width: number
  readonly height: number
  /** The widths in pixels that can be asked for, ascending; every one as AVIF and WebP. */
  readonly widths: readonly number[]
  /** A thumbhash in base64: a blurred stand-in of some 25 bytes. */
  readonly thumbhash: string
  /** The picture's average colour, "#rrggbb". */
  readonly tone: string
}
