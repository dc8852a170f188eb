import type { RdfFeed } from 'feedsmith'
import { atomText, linkOf } from './from-atom.ts'
import { mediaPictures } from './media.ts'
import { firstOf, html, type TheirFeed, type TheirItem } from './their-feed.ts'

/** RSS 0.90 and 1.0, which are RDF. */
export function fromRdf(feed: RdfFeed.Feed<string>): TheirFeed {
  return {
    title: firstOf(html(feed.title), html(feed.dc?.titles?.[0])),
    description: firstOf(html(feed.description), html(feed.dc?.descriptions?.[0])),
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang ?? '',
    link: feed.link ?? linkOf(feed.atom?.links),
    base: feed.xml?.base ?? '',
    bylines: feed.dc?.creators ?? [],
    items: (feed.items ?? []).map(itemOf),
  }
}

function itemOf(item: RdfFeed.Item<string>): TheirItem {
  const { dc, dcterms } = item
  return {
    id: item.rdf?.about ?? dc?.identifiers?.[0] ?? '',
    link: item.link ?? linkOf(item.atom?.links),
    base: item.xml?.base ?? '',
    title: firstOf(html(item.title), html(dc?.titles?.[0])),
    summary: firstOf(html(item.description), html(dc?.descriptions?.[0])),
    body: firstOf(html(item.content?.encoded), atomText(item.atom?.content)),
    dates: [...(dc?.dates ?? []), ...(dcterms?.issued ?? dcterms?.created ?? [])],
    bylines: dc?.creators ?? [],
    section: dc?.subjects?.[0] ?? '',
    language: dc?.languages?.[0] ?? item.xml?.lang ?? '',
    pictures: mediaPictures(item.media),
  }
}
