import type { RssFeed } from 'feedsmith'
import { atomText, bylinesOf, linkOf } from './from-atom.ts'
import { isPictureAddress, mediaPictures } from './media.ts'
import {
  firstOf,
  html,
  plain,
  type TheirFeed,
  type TheirItem,
  type TheirPicture,
} from './their-feed.ts'

/** RSS 0.90 to 2.0 with the namespaces that carry a story: content, dc, atom, media, prism. */
export function fromRss(feed: RssFeed.Feed<string>): TheirFeed {
  return {
    title: firstOf(html(feed.title), html(feed.dc?.titles?.[0]), atomText(feed.atom?.title)),
    description: firstOf(
      html(feed.description),
      html(feed.dc?.descriptions?.[0]),
      atomText(feed.atom?.subtitle),
      html(feed.itunes?.summary),
      html(feed.itunes?.subtitle),
    ),
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang ?? '',
    link: feed.link ?? linkOf(feed.atom?.links),
    base: feed.xml?.base ?? '',
    bylines: feed.dc?.creators ?? bylinesOf(feed.atom?.authors),
    items: (feed.items ?? []).map(itemOf),
  }
}

function itemOf(item: RssFeed.Item<string>): TheirItem {
  return {
    id: item.guid?.value ?? item.atom?.id ?? item.dc?.identifiers?.[0] ?? '',
    link: item.link ?? (linkOf(item.atom?.links) || permalinkOf(item.guid)),
    base: item.xml?.base ?? '',
    title: firstOf(
      html(item.title),
      html(item.dc?.titles?.[0]),
      atomText(item.atom?.title),
      plain(item.itunes?.title),
      atomText(item.media?.title),
    ),
    summary: firstOf(
      html(item.description),
      html(item.dc?.descriptions?.[0]),
      atomText(item.atom?.summary),
      html(item.itunes?.summary),
      html(item.itunes?.subtitle),
      atomText(item.media?.description),
    ),
    body: firstOf(html(item.content?.encoded), atomText(item.atom?.content)),
    dates: datesOf(item),
    bylines: authorsOf(item),
    section: item.prism?.section ?? item.categories?.[0]?.name ?? item.dc?.subjects?.[0] ?? '',
    language: item.dc?.languages?.[0] ?? item.xml?.lang ?? '',
    pictures: [...enclosedPictures(item), ...mediaPictures(item.media)],
  }
}

function datesOf({ pubDate, dc, dcterms, atom, prism }: RssFeed.Item<string>): string[] {
  return [
    pubDate ?? [],
    dc?.dates ?? [],
    dcterms?.issued ?? dcterms?.created ?? dcterms?.dates ?? [],
    atom?.published ?? atom?.updated ?? [],
    prism?.publicationDates ?? [],
  ].flat()
}

function authorsOf({ authors, dc, atom, itunes }: RssFeed.Item<string>): string[] {
  const named = (authors ?? []).flatMap(({ name }) => name ?? [])
  if (named.length > 0) return named
  if (dc?.creators !== undefined) return dc.creators
  return [
    ...bylinesOf(atom?.authors),
    ...(itunes?.author === undefined ? [] : [itunes.author]),
  ].slice(0, 20)
}

/** A guid is an address unless it says that it is none (RSS 2.0). */
function permalinkOf(guid: RssFeed.Guid | undefined): string {
  return guid?.value !== undefined && guid.isPermaLink !== false && /^https?:/i.test(guid.value)
    ? guid.value
    : ''
}

function enclosedPictures({ enclosures }: RssFeed.Item<string>): TheirPicture[] {
  return (enclosures ?? [])
    .filter(({ type, url = '' }) => (type ? /^image\//i.test(type) : isPictureAddress(url)))
    .map(({ url = '' }) => ({ address: url, alt: '', caption: '', credit: '' }))
}
