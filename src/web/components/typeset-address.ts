import {
  type CoverWidth,
  coverCopy,
  coverKey,
  type EditionCard,
  type PublicationName,
  pictureAddress,
  type StoryCard,
  socialCopy,
} from '#catalogue'
import { addresses, href } from '../addresses.ts'

/** What the file with an edition's typeset cover is called in its address. */
export function coverFile(card: EditionCard, width: CoverWidth): string {
  return `${card.edition.slug}-${keyOf(card)}-${width}.webp`
}

/** A page names a cover in every width, and a wall shows many. */
function keyOf(card: EditionCard): string {
  const key = keys.get(card) ?? coverKey(coverCopy(card))
  keys.set(card, key)
  return key
}

const keys = new WeakMap<EditionCard, string>()

/** What the file with a story's social picture is called in its address. */
export function socialFile(story: StoryCard, publication: PublicationName): string {
  return `${story.slug}-${coverKey(socialCopy(story, publication))}.png`
}

/** Where the cover of an edition is in its largest size: its publisher's own, or ours. */
export function coverAddress(card: EditionCard): string {
  const own = card.edition.cover
  if (own !== null) return pictureAddress(own.digest, own.widths.at(-1) ?? own.width, 'webp')
  return href(addresses.cover, { publication: card.publication.slug, file: coverFile(card, 640) })
}

/** Where the picture is that stands for a story on other sites. */
export function socialAddress(story: StoryCard, publication: PublicationName): string {
  return href(addresses.social, {
    publication: story.publicationSlug,
    edition: story.editionSlug,
    file: socialFile(story, publication),
  })
}
