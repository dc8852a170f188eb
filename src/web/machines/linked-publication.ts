import type { Newspaper, Organization, Periodical, PublicationIssue } from 'schema-dts'
import { type Edition, type Publication, pictureAddress, type StoryCard } from '#catalogue'
import { addresses, href, withoutLocale } from '../addresses.ts'
import { absolute, type Site } from './site.ts'

/** As much of a publication as a story of it knows. */
type Known = Pick<Publication, 'slug' | 'title' | 'language' | 'kind'> & Partial<Publication>

/** Every kind of thing has a name that is the same in every interface language. */
export function reference(
  site: Site,
  kind: 'publication' | 'edition',
  of: Pick<StoryCard, 'publicationSlug' | 'editionSlug'>,
): string {
  const names = { locale: 'x', publication: of.publicationSlug, edition: of.editionSlug }
  return absolute(site, withoutLocale(href(addresses[kind], names)))
}

export function nameOfStory(site: Site, story: StoryCard): string {
  const { publicationSlug: publication, editionSlug: edition, slug } = story
  const path = href(addresses.story, { locale: 'x', publication, edition, story: slug })
  return absolute(site, withoutLocale(path))
}

export function periodical(site: Site, publication: Known): Newspaper | Periodical {
  const { slug, title, language, kind } = publication
  return {
    '@type': kind === 'newspaper' ? 'Newspaper' : 'Periodical',
    '@id': reference(site, 'publication', { publicationSlug: slug, editionSlug: '' }),
    name: title,
    inLanguage: language,
    url: pageOf(site, slug),
  }
}

/** Who stands behind a publication: its own house, not the stand that carries it. */
export function publisherOf(site: Site, { slug, title, home, logo }: Known): Organization {
  const picture =
    logo && absolute(site, pictureAddress(logo.digest, logo.widths.at(-1) ?? logo.width, 'webp'))
  return {
    '@type': 'Organization',
    name: title,
    url: webAddress(home ?? null) ?? pageOf(site, slug),
    ...(picture && { logo: { '@type': 'ImageObject', url: picture } }),
  }
}

/** The publication itself, as its own page tells it. */
export function linkedPublication(
  site: Site,
  publication: Publication,
  cover: string | undefined,
): Newspaper | Periodical {
  const { description, country, home } = publication
  const own = webAddress(home)
  return {
    ...periodical(site, publication),
    mainEntityOfPage: pageOf(site, publication.slug),
    publisher: publisherOf(site, publication),
    ...(description && { description }),
    ...(country && { countryOfOrigin: { '@type': 'Country', name: country } }),
    ...(own && { sameAs: own }),
    ...(cover && { image: absolute(site, cover) }),
  }
}

export function linkedEdition(
  site: Site,
  { publication, edition }: { readonly publication: Publication; readonly edition: Edition },
  cover: string | undefined,
): PublicationIssue {
  const names = { publicationSlug: publication.slug, editionSlug: edition.slug }
  const place = { publication: publication.slug, edition: edition.slug }
  const url = absolute(site, href(addresses.edition, { locale: localeOf(site), ...place }))
  const date = edition.date.toString()
  return {
    '@type': 'PublicationIssue',
    '@id': reference(site, 'edition', names),
    url,
    mainEntityOfPage: url,
    name: edition.name || `${publication.title}, ${date}`,
    datePublished: date,
    inLanguage: publication.language,
    isPartOf: periodical(site, publication),
    publisher: publisherOf(site, publication),
    ...(cover && { image: absolute(site, cover) }),
  }
}

const localeOf = ({ tongue }: Site) => tongue.locale.name

const pageOf = (site: Site, publication: string) =>
  absolute(site, href(addresses.publication, { locale: localeOf(site), publication }))

/** Only addresses of the web: what a sender calls its home may be anything. */
function webAddress(home: string | null): string | null {
  const address = home === null ? null : URL.parse(home)
  return address !== null && /^https?:$/.test(address.protocol) ? address.href : null
}
