import type { Reading } from '../../draft.ts'
import type { Decoded, Format } from '../../format.ts'
import { refuse } from '../../refuse.ts'
import type { Remark } from '../../remark.ts'
import { checkXml, type XmlCheck } from '../../xml/check-xml.ts'
import { elementsIn } from '../../xml/elements-in.ts'
import { rootOf } from '../../xml/root-of.ts'
import { readFeed } from './read-feed.ts'
import { salvage } from './salvage.ts'
import { inOrder, isLost, type SentFeed } from './sent-item.ts'
import type { TheirFeed } from './their-feed.ts'
import { atomKind, frameOf, rdfKind, rssKind, type XmlKind } from './xml-kind.ts'

export const rss: Format = xmlFeed(rssKind)
export const rdf: Format = xmlFeed(rdfKind)
export const atom: Format = xmlFeed(atomKind)

function xmlFeed(kind: XmlKind): Format {
  return {
    name: kind.name,
    recognises: ({ text }) => /^[\s\ufeff]*</.test(text) && rootOf(text)?.name === kind.root,
    read(delivery) {
      const check = checkXml(delivery.text)
      const sent = sentIn(kind, delivery, check)
      if (sent === null) return unreadable(kind, delivery, check)
      const isNews = check.remarks.length === 0 && sent.items.some(isLost)
      const said = [...delivery.remarks, ...check.remarks, ...(isNews ? [brokenInParts] : [])]
      return readFeed(kind.name, { ...sent, remarks: [...said, ...sent.remarks] }, delivery)
    },
  }
}

/**
 * Reads the whole at once, which is faster and knows more. Where that is refused, fails, or finds
 * fewer items than are there, they are read one by one; a DOCTYPE is no fault of an item.
 */
function sentIn(kind: XmlKind, delivery: Decoded, check: XmlCheck): SentFeed | null {
  const { text } = delivery
  if (!check.ok && !/^xml\.too-/.test(check.remarks[0].code)) return null
  const whole = check.ok ? parsedBy(kind, text) : null
  const frame = frameOf(text, kind)
  const isWellFormed = check.remarks.length === 0
  const spans = elementsIn(text, { names: frame.items, around: frame.around, isWellFormed })
  const isCutOff = spans.at(-1)?.isCutOff === true
  if (whole !== null && 'feed' in whole && whole.feed.items.length >= spans.length && !isCutOff) {
    return { feed: whole.feed, items: inOrder(whole.feed.items), remarks: [] }
  }
  return spans.length === 0 ? null : salvage(kind, delivery, { frame, spans })
}

type Parsed = { readonly feed: TheirFeed } | { readonly why: string }

/** Feedsmith throws on everything that is no feed to it, and on what its XML reader gives up at. */
function parsedBy({ parse }: XmlKind, text: string): Parsed {
  try {
    return { feed: parse(text) }
  } catch (error) {
    return { why: String(error).slice(0, 100) }
  }
}

function unreadable(kind: XmlKind, { text, remarks }: Decoded, check: XmlCheck): Reading {
  const said = [...remarks, ...check.remarks]
  if (!check.ok) return { ok: false, remarks: said }
  if (said.length > remarks.length) return refuse('feed.not-well-formed', broken, '', said)
  const whole = parsedBy(kind, text)
  const why = 'why' in whole ? whole.why : 'its first tag is too long'
  const message = `This begins like a feed, but nothing of one could be read in it (${why}).`
  return refuse('feed.no-content', message, '', said)
}

const broken =
  'The XML is so broken that nothing could be read in it. Write it with an XML library.'

const brokenInParts: Remark = {
  code: 'feed.not-well-formed',
  message: 'Some items could not be read; the others were read one by one. Mend those named.',
  where: '',
}
