import { parseAtomFeed, parseJsonFeed, parseRdfFeed, parseRssFeed } from 'feedsmith'
import type { Reading } from '../../draft.ts'
import type { Decoded, Format } from '../../format.ts'
import { refuse } from '../../refuse.ts'
import type { Remark } from '../../remark.ts'
import { checkXml } from '../../xml/check-xml.ts'
import { rootOf } from '../../xml/root-of.ts'
import { withoutBase64 } from './base64-text.ts'
import { withKnownBodies } from './embedded-body.ts'
import { fromAtom } from './from-atom.ts'
import { fromJsonFeed } from './from-json-feed.ts'
import { fromRdf } from './from-rdf.ts'
import { fromRss } from './from-rss.ts'
import { readFeed } from './read-feed.ts'
import type { TheirFeed } from './their-feed.ts'

export const rss: Format = xmlFeed('rss', 'rss', (text) =>
  fromRss(parseRssFeed(withKnownBodies(text))),
)
export const rdf: Format = xmlFeed('rdf', 'rdf', (text) => fromRdf(parseRdfFeed(text)))
export const atom: Format = xmlFeed('atom', 'feed', (text) =>
  fromAtom(parseAtomFeed(withoutBase64(text))),
)

function xmlFeed(name: string, root: string, parse: (text: string) => TheirFeed): Format {
  return {
    name,
    recognises: ({ text }) => /^[\s\ufeff]*</.test(text) && rootOf(text)?.name === root,
    read(delivery) {
      const check = checkXml(delivery.text)
      if (!check.ok) return { ok: false, remarks: [...delivery.remarks, ...check.remarks] }
      return readParsed(name, delivery, check.remarks, parse)
    },
  }
}

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
    // Some write "1.0" where the version's address belongs.
    const feed = { ...json.object, version: 'https://jsonfeed.org/version/1.1' }
    return readParsed('json-feed', delivery, [], () => fromJsonFeed(parseJsonFeed(feed)))
  },
}

/** Feedsmith throws on everything that is no feed to it, and on what its XML reader gives up at. */
function readParsed(
  name: string,
  delivery: Decoded,
  before: readonly Remark[],
  parse: (text: string) => TheirFeed,
): Reading {
  const remarks = [...delivery.remarks, ...before]
  let feed: TheirFeed
  try {
    feed = parse(delivery.text)
  } catch (error) {
    if (before.length > 0) return refuse('feed.not-well-formed', broken, '', remarks)
    const message = `This begins like a feed, but nothing of one could be read in it (${String(error).slice(0, 100)}).`
    return refuse('feed.no-content', message, '', remarks)
  }
  return readFeed(name, feed, delivery, remarks)
}

const broken =
  'The XML is so broken that nothing could be read in it. Write it with an XML library.'

function objectIn(text: string): { object: object } | { fault: string } {
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null ? { object: found } : { fault: 'no object' }
  } catch (error) {
    return { fault: error instanceof Error ? error.message.slice(0, 160) : String(error) }
  }
}
