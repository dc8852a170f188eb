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
