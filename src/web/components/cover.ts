import { html } from 'hono/html'
import {
  type CoverWidth,
  coverWidths,
  type EditionCard,
  type KeptPicture,
  pictureAddress,
  pictureFormats,
} from '#catalogue'
import { addresses, href } from '../addresses.ts'
import type { Tongue } from '../languages/tongue.ts'
import type { Html } from '../page.ts'
import { spokenIn } from './spoken.ts'
import { coverFile } from './typeset-address.ts'

interface Showing {
  /** How wide it is shown: a `sizes` attribute. Without it, as wide as on a shelf. */
  readonly sizes?: string
  /** True for a cover that is seen at once. */
  readonly first?: boolean
  /** Where a copy leads, when that is not its edition. */
  readonly to?: string
  /** What can be done with it here, under its name. */
  readonly below?: Html
}

const onShelf = '(min-width: 40rem) 11rem, 42vw'

/** The cover of an edition: the picture its publisher gave, or the one we typeset. */
export function cover(tongue: Tongue, card: EditionCard, showing: Showing = {}): Html {
  const { publication, edition } = card
  const { sizes = onShelf, first = false } = showing
  const alt = tongue.say('cover-of', {
    publication: publication.title,
    date: tongue.date(edition.date),
  })
  const haste = first ? '' : html`loading="lazy"`
  if (edition.cover !== null) return ownCover(edition.cover, alt, sizes, haste)
  const at = (width: CoverWidth) =>
    href(addresses.cover, { publication: publication.slug, file: coverFile(card, width) })
  const files = coverWidths.map((width) => `${at(width)} ${width}w`).join(', ')
  return html`<span class="cover"><img src="${at(320)}" srcset="${files}" sizes="${sizes}" alt="${alt}" width="640" height="853" ${haste} decoding="async"></span>`
}

function ownCover(picture: KeptPicture, alt: string, sizes: string, haste: Html | ''): Html {
  const { digest, width, height, widths, tone } = picture
  const sources = pictureFormats.map((format) => {
    const files = widths.map((wide) => `${pictureAddress(digest, wide, format)} ${wide}w`)
    return html`<source type="image/${format}" srcset="${files.join(', ')}" sizes="${sizes}">`
  })
  const plain = pictureAddress(digest, widths[0] ?? width, 'webp')
  return html`<span class="cover"><picture>${sources}<img src="${plain}" alt="${alt}" width="${width}" height="${height}" data-tone="${tone}" ${haste} decoding="async"></picture></span>`
}

/** A cover on a shelf: the picture of the edition, its name and its date are one link. */
export function copyOf(tongue: Tongue, card: EditionCard, showing: Showing = {}): Html {
  const { publication, edition } = card
  const { locale } = tongue
  const names = { locale: locale.name, publication: publication.slug, edition: edition.slug }
  const link = showing.to ?? href(addresses.edition, names)
  const other = tongue.otherLanguage(publication.language)
  const tag = other === null ? '' : html`<span class="tag">${other}</span>`
  return html`<li class="copy"><a href="${link}">${cover(tongue, card, showing)}<span class="title" ${spokenIn(publication.language)}>${publication.title}</span><span class="facts"><span><bdi><time datetime="${edition.date.toString()}">${tongue.briefDate(edition.date)}</time></bdi></span>${tag}</span></a>${showing.below}</li>`
}

/** A copy among others of its publication, where its day is what tells it from them. */
export function copyAmong(tongue: Tongue, card: EditionCard): Html {
  const { publication, edition } = card
  const names = { locale: tongue.locale.name, publication: publication.slug, edition: edition.slug }
  const speech = spokenIn(publication.language)
  const name = edition.name && html`<span class="facts"><bdi ${speech}>${edition.name}</bdi></span>`
  return html`<li class="copy"><a href="${href(addresses.edition, names)}">${cover(tongue, card)}<span class="title"><time datetime="${edition.date.toString()}">${tongue.date(edition.date)}</time></span>${name}</a></li>`
}
