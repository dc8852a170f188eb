import { parseAtomFeed, parseRdfFeed, parseRssFeed } from 'feedsmith'
import { rootOf } from '../../xml/root-of.ts'
import { withoutBase64 } from './base64-text.ts'
import { withKnownBodies } from './embedded-body.ts'
import { fromAtom } from './from-atom.ts'
import { fromRdf } from './from-rdf.ts'
import { fromRss } from './from-rss.ts'
import type { TheirFeed } from './their-feed.ts'

/** A kind of feed that is XML. */
export interface XmlKind {
  readonly name: string
  /** The root's local name. */
  readonly root: string
  /** The local name of an item. */
  readonly item: string
  /** Whether items stand in the channel rather than beside it. */
  readonly isInChannel: boolean
  /** Throws on what is no such feed, and on what the XML reader gives up at. */
  parse(text: string): TheirFeed
}

export const rssKind: XmlKind = {
  name: 'rss',
  root: 'rss',
  item: 'item',
  isInChannel: true,
  parse: (text) => fromRss(parseRssFeed(withKnownBodies(text))),
}

export const rdfKind: XmlKind = {
  name: 'rdf',
  root: 'rdf',
  item: 'item',
  isInChannel: false,
  parse: (text) => fromRdf(parseRdfFeed(text)),
}

export const atomKind: XmlKind = {
  name: 'atom',
  root: 'feed',
  item: 'entry',
  isInChannel: false,
  parse: (text) => fromAtom(parseAtomFeed(withoutBase64(text))),
}

/** What is written around the items of a feed: enough to read one of them alone. */
export interface Frame {
  readonly opening: string
  readonly closing: string
  /** Names that items and what is around them may have, with their prefixes. */
  readonly items: readonly string[]
  readonly around: readonly string[]
}

export function frameOf(text: string, { item, isInChannel }: XmlKind): Frame {
  const root = rootOf(text)?.tag ?? ''
  const channel = /<(?:[\w.-]{1,40}:)?channel(?:\s[^<>]{0,10000})?>/i.exec(text)?.[0] ?? '<channel>'
  const tags = isInChannel ? [root, channel] : [root]
  const prefixes = new Set(['', prefixOf(root), prefixOf(channel)])
  return {
    opening: tags.join(''),
    closing: tags
      .toReversed()
      .map((tag) => `</${nameOf(tag)}>`)
      .join(''),
    items: [...prefixes].map((prefix) => `${prefix}${item}`),
    around: [nameOf(root), nameOf(channel)],
  }
}

const nameOf = (tag: string): string => /^<([^\s<>/]*)/.exec(tag)?.[1] ?? ''
const prefixOf = (tag: string): string => /^[^:]*:/.exec(nameOf(tag))?.[0] ?? ''
