export const pictureFormats = ['avif', 'webp'] as const

export type PictureFormat = (typeof pictureFormats)[number]

/** The folder of addresses that the web answers with kept pictures. */
export const picturesAt = '/pictures'

/** Where a rendering of a kept picture is served. Ready HTML holds these addresses. */
export function pictureAddress(digest: string, width: number, format: PictureFormat): string {
  return `${picturesAt}/${pictureFile(digest, width, format)}`
}

/** The file name of one rendering, in addresses and on disk alike. */
export function pictureFile(digest: string, width: number, format: PictureFormat): string {
  return `${digest}-${width}.${format}`
}

export interface RenderingName {
  readonly digest: string
  readonly width: number
  readonly format: PictureFormat
}

const pattern = new RegExp(`^([0-9a-f]{64})-([1-9]\\d{0,4})\\.(${pictureFormats.join('|')})$`)

/** What the file name of a rendering says, or null when no rendering can have this name. */
export function renderingNamed(file: string): RenderingName | null {
  const [, digest = '', width = '', extension = ''] = pattern.exec(file) ?? []
  const format = pictureFormats.find((known) => known === extension)
  return format === undefined ? null : { digest, width: Number(width), format }
}
