import type { AtomFeed } from 'feedsmith'
import { mediaPictures } from './media.ts'
import {
  firstOf,
  html,
  plain,
  type TheirFeed,
  type TheirItem,
  type TheirPicture,
  type TheirText,
} from './their-feed.ts'

/** Atom 1.0 (RFC 4287) and 0.3. */
export function fromAtom(feed: AtomFeed.Feed<string>): TheirFeed {
  return {
    title: firstOf(atomText(feed.title), html(feed.dc?.titles?.[0])),
    description: firstOf(atomText(feed.subtitle), html(feed.dc?.descriptions?.[0])),
    language: feed.xml?.lang ?? feed.dc?.languages?.[0] ?? '',
    link: linkOf(feed.links),
    base: feed.xml?.base ?? '',
    bylines: bylinesOf(feed.authors),
    items: (feed.entries ?? []).map(itemOf),
  }
}

function itemOf(entry: AtomFeed.Entry<string>): TheirItem {
  const { content } = entry
  return {
    id: entry.id ?? '',
    link: linkOf(entry.links) || (content?.src ?? ''),
    base: entry.xml?.base ?? '',
    title: firstOf(
      atomText(entry.title),
      html(entry.dc?.titles?.[0]),
      atomText(entry.media?.title),
    ),
    summary: firstOf(
      atomText(entry.summary),
      atomText(entry.media?.description ?? entry.media?.groups?.[0]?.description),
    ),
    body: contentText(content),
    dates: [entry.published ?? [], entry.updated ?? [], entry.dc?.dates ?? []].flat(),
    bylines: authorsOf(entry),
    section:
      entry.categories?.[0]?.label ?? entry.categories?.[0]?.term ?? entry.dc?.subjects?.[0] ?? '',
    language: content?.xml?.lang ?? entry.xml?.lang ?? entry.dc?.languages?.[0] ?? '',
    pictures: [...enclosedPictures(entry.links ?? []), ...mediaPictures(entry.media)],
  }
}

interface AtomText {
  readonly value?: string
  readonly type?: string
  readonly xml?: { readonly base?: string }
}

/** A text construct (RFC 4287, section 3.1); in Atom 0.3 the types were written "text/html". */
export function atomText(text: AtomText | undefined): TheirText {
  const type = text?.type?.toLowerCase() ?? 'text'
  const made = /html/.test(type) ? html(text?.value) : plain(text?.value)
  return { ...made, base: text?.xml?.base ?? '' }
}

/** Content that is a picture, a film or XML of another kind is no text to read. */
function contentText(content: AtomFeed.Content | undefined): TheirText {
  const type = content?.type ?? ''
  if (/^(?:image|audio|video|application)\//i.test(type) && !/xhtml/i.test(type)) return plain('')
  return atomText(content)
}

type Links = readonly AtomFeed.Link<string>[]

/** The page that is the same thing for people; a link without "rel" is one. */
export function linkOf(links: Links | undefined): string {
  const pages = (links ?? []).filter(({ rel }) => /^(?:|.*[/#])?(?:alternate)?$/i.test(rel ?? ''))
  const html = pages.find(({ type }) => type === undefined || /html/i.test(type))
  return (html ?? pages[0])?.href ?? ''
}

function enclosedPictures(links: Links): TheirPicture[] {
  return links
    .filter(({ rel, type }) => rel === 'enclosure' && /^image\//i.test(type ?? ''))
    .map(({ href = '', title = '' }) => ({ address: href, alt: title, caption: '', credit: '' }))
}

/** An entry's authors, else its source's (RFC 4287, section 4.2.1). */
function authorsOf({ authors, source, dc }: AtomFeed.Entry<string>): string[] {
  const own = bylinesOf(authors)
  if (own.length > 0) return own
  return dc?.creators ?? bylinesOf(source?.authors)
}

export const bylinesOf = (people: readonly AtomFeed.Person[] | undefined): string[] =>
  (people ?? []).flatMap(({ name }) => name ?? [])
