import { ParseError, parseJsonFeed } from 'feedsmith'
import type { Format } from '../../format.ts'
import { refuse } from '../../refuse.ts'
import { fromJsonFeed } from './from-json-feed.ts'
import { readFeed } from './read-feed.ts'
import type { SentItem } from './sent-item.ts'
import { emptyFeed, emptyItem, type TheirFeed } from './their-feed.ts'

/** The version is asked for; where it is missing, what only such a feed has. */
export const jsonFeed: Format = {
  name: 'json-feed',
  recognises: ({ text }) =>
    /^\s*\{/.test(text) &&
    (/"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/i.test(text) ||
      (/"items"\s*:\s*\[/.test(text) && /"(?:home_page|feed)_url"\s*:/.test(text))),
  read(delivery) {
    const json = objectIn(delivery.text)
    if ('fault' in json) {
      const message = `The JSON cannot be read: ${json.fault}. Write it with a JSON library.`
      return refuse('json.invalid', message, '', delivery.remarks)
    }
    const { feed, items } = feedIn(json.object)
    return readFeed('json-feed', { feed, items, remarks: delivery.remarks }, delivery)
  },
}

/** Each item is read alone, since the feed reader drops those that say nothing to it. */
function feedIn(object: object): { feed: TheirFeed; items: readonly SentItem[] } {
  const key = Object.keys(object).find((name) => name.toLowerCase() === 'items') ?? 'items'
  const sent: unknown = Reflect.get(object, key)
  const feed = parsed({ ...object, [key]: [] })
  if (sent === undefined || sent === null) return { feed, items: [] }
  const items = Array.isArray(sent) ? sent : [sent]
  return { feed, items: items.map((item: unknown, at) => itemOf(item, at + 1)) }
}

function itemOf(sent: unknown, number: number): SentItem {
  if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) {
    return { number, item: parsed({ items: [sent] }).items[0] ?? emptyItem, faults: [] }
  }
  const shown = JSON.stringify(sent).slice(0, 60)
  const message = `It is ${shown}, which is no object. Send one with an id and a text.`
  return { number, name: '', lost: { code: 'item.not-an-object', message } }
}

/** Some write "1.0" where the version's address belongs. */
function parsed(feed: object): TheirFeed {
  try {
    return fromJsonFeed(parseJsonFeed({ ...feed, version: 'https://jsonfeed.org/version/1.1' }))
  } catch (error) {
    if (error instanceof ParseError) return emptyFeed
    throw error
  }
}

function objectIn(text: string): { object: object } | { fault: string } {
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null ? { object: found } : { fault: 'no object' }
  } catch (error) {
    return { fault: error instanceof Error ? error.message.slice(0, 160) : String(error) }
  }
}
