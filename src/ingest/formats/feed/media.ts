import type { MediaNs } from 'feedsmith'
import type { TheirPicture } from './their-feed.ts'

/** Pictures of Media RSS (version 1.5.1): whole ones before thumbnails, the largest first. */
export function mediaPictures(media: MediaNs.ItemOrFeed | undefined): TheirPicture[] {
  if (media === undefined) return []
  const groups = media.groups ?? []
  const contents = [...(media.contents ?? []), ...groups.flatMap((group) => group.contents ?? [])]
  const whole = contents
    .filter(isPicture)
    .sort((a, b) => (b.width ?? 0) - (a.width ?? 0))
    .map((content) => pictureOf(content.url, [content, ...groups, media]))
  const small = [media, ...groups, ...contents].flatMap(({ thumbnails }) => thumbnails ?? [])
  return [...whole, ...small.map(({ url }) => pictureOf(url, [media]))]
}

function isPicture({ url, medium, type }: MediaNs.Content): boolean {
  if (url === undefined) return false
  if (medium !== undefined) return medium.toLowerCase() === 'image'
  return type === undefined ? isPictureAddress(url) : /^image\//i.test(type)
}

export const isPictureAddress = (address: string): boolean =>
  /\.(?:jpe?g|png|webp|avif|gif)(?:[?#]|$)/i.test(address)

type Said = Pick<MediaNs.Content, 'title' | 'description' | 'credits'>

/** What is said of a picture stands on it, on its group or on the item. */
function pictureOf(address: string | undefined, said: readonly Said[]): TheirPicture {
  const own = said[0]
  const credits = said.map(({ credits }) => credits ?? []).find((list) => list.length > 0) ?? []
  return {
    address: address ?? '',
    alt: own?.title?.value ?? '',
    caption: said.find(({ description }) => description?.value)?.description?.value ?? '',
    credit: credits.flatMap(({ value }) => value ?? []).join(', '),
  }
}
