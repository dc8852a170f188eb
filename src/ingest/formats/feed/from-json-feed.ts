import type { JsonFeed } from 'feedsmith'
import {
  firstOf,
  html,
  plain,
  type TheirFeed,
  type TheirItem,
  type TheirPicture,
  type TheirText,
} from './their-feed.ts'

/** JSON Feed 1.0 and 1.1. */
export function fromJsonFeed(feed: JsonFeed.Feed<string>): TheirFeed {
  return {
    title: titleOf(feed.title),
    description: plain(feed.description),
    language: feed.language ?? '',
    link: feed.home_page_url ?? '',
    base: '',
    bylines: namesOf(feed.authors),
    items: (feed.items ?? []).map(itemOf),
  }
}

function itemOf(item: JsonFeed.Item<string>): TheirItem {
  return {
    id: item.id ?? '',
    link: item.url ?? item.external_url ?? '',
    base: '',
    title: titleOf(item.title),
    summary: plain(item.summary),
    body: firstOf(html(item.content_html), plain(item.content_text)),
    dates: [item.date_published ?? [], item.date_modified ?? []].flat(),
    bylines: namesOf(item.authors),
    section: item.tags?.[0] ?? '',
    language: item.language ?? '',
    pictures: picturesOf(item),
  }
}

/** Plain by the rules, but programs that make JSON of an RSS title leave its references in. */
function titleOf(title = ''): TheirText {
  const isEscaped = /&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(title) && !title.includes('<')
  return isEscaped ? html(title) : plain(title)
}

const namesOf = (people: readonly JsonFeed.Author[] | undefined): string[] =>
  (people ?? []).flatMap(({ name }) => name ?? [])

function picturesOf({ image, banner_image, attachments }: JsonFeed.Item<string>): TheirPicture[] {
  const attached = (attachments ?? []).filter(({ mime_type }) => /^image\//i.test(mime_type ?? ''))
  const bare = [image ?? [], banner_image ?? []].flat()
  return [
    ...bare.map((address) => ({ address, alt: '', caption: '', credit: '' })),
    ...attached.map(({ url = '', title = '' }) => ({
      address: url,
      alt: title,
      caption: '',
      credit: '',
    })),
  ]
}
