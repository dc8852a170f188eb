import type { JsonFeed } from 'feedsmith'
import {
  firstOf,
  html,
  plain,
  type TheirFeed,
  type TheirItem,
  type TheirPicture,
} from './their-feed.ts'

/** JSON Feed 1.0 and 1.1. */
export function fromJsonFeed(feed: JsonFeed.Feed<string>): TheirFeed {
  return {
    title: plain(feed.title),
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
    title: plain(item.title),
    summary: plain(item.summary),
    body: firstOf(html(item.content_html), plain(item.content_text)),
    dates: [item.date_published ?? [], item.date_modified ?? []].flat(),
    bylines: namesOf(item.authors),
    section: item.tags?.[0] ?? '',
    language: item.language ?? '',
    pictures: picturesOf(item),
  }
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
