import { ParseError } from 'feedsmith'
import type { Decoded } from '../../format.ts'
import { momentIn } from '../../time/moment.ts'
import { checkXml } from '../../xml/check-xml.ts'
import type { Span } from '../../xml/elements-in.ts'
import { dateIn, nameIn, titleIn } from './guess.ts'
import { newest } from './newest.ts'
import type { Fault, ReadItem, SentFeed, SentItem } from './sent-item.ts'
import { emptyFeed, emptyItem, html, type TheirFeed } from './their-feed.ts'
import type { Frame, XmlKind } from './xml-kind.ts'

/** Beyond this, a thousand items would each cost the reading of a long beginning. */
const longestOpening = 16_384

/**
 * Reads the items of a feed one by one, each alone between the feed's first and last tags, so that
 * a bad one costs no other; and the feed without them. Null when its first tags are too long.
 */
export function salvage(
  kind: XmlKind,
  { text, timeZone }: Pick<Decoded, 'text' | 'timeZone'>,
  { frame, spans }: { readonly frame: Frame; readonly spans: readonly Span[] },
): SentFeed | null {
  if (frame.opening.length > longestOpening) return null
  const places = spans.map((span, at) => ({ span, number: at + 1 }))
  const { kept, remarks } = newest(places, ({ span }) => {
    const date = dateIn(text.slice(span.start, span.end))
    return date === '' ? null : momentIn(date, timeZone)
  })
  const items = kept.map(({ span, number }) => readAlone(kind, frame, { text, span, number }))
  return { feed: feedWithout(kind, { text, spans, frame }), items, remarks }
}

interface Place {
  readonly text: string
  readonly span: Span
  readonly number: number
}

function readAlone(kind: XmlKind, frame: Frame, { text, span, number }: Place): SentItem {
  const xml = text.slice(span.start, span.end) + span.closing
  const read = span.isCutOff ? cutOff : itemIn(kind, frame.opening + xml + frame.closing)
  return 'code' in read ? { number, name: nameIn(xml), lost: read } : { number, ...read }
}

/** The only item of a feed, or why there is none; one that says nothing is an empty item. */
function itemIn(kind: XmlKind, xml: string): Pick<ReadItem, 'item' | 'faults'> | Fault {
  const check = checkXml(xml)
  if (!check.ok) return check.remarks[0]
  const isWellFormed = check.remarks.length === 0
  try {
    const [item] = kind.parse(xml).items
    if (item !== undefined) return { item, faults: isWellFormed ? [] : [doubtful] }
    if (!isWellFormed) return unreadable
  } catch (error) {
    if (!(error instanceof ParseError && isWellFormed)) return unreadable
  }
  return { item: emptyItem, faults: [] }
}

const mend =
  'Close every tag and write "<" as "&lt;" and "&" as "&amp;"; an XML library does so by itself.'

const notWellFormed = (message: string): Fault => ({ code: 'item.not-well-formed', message })

const cutOff = notWellFormed(
  'The feed ends in the middle of it, so it was left out. Send the whole feed again.',
)
const unreadable = notWellFormed(`Its XML cannot be read, so it was left out. ${mend}`)
const doubtful = notWellFormed(
  `Its XML is not well-formed, so a part of it may be missing. ${mend}`,
)

/** What the feed says of itself: all around its items, else all before them, else its title. */
function feedWithout(
  kind: XmlKind,
  { text, spans, frame }: { text: string; spans: readonly Span[]; frame: Frame },
): TheirFeed {
  const start = text.slice(0, spans[0]?.start)
  const gaps = spans.map(({ end }, at) => text.slice(end, spans[at + 1]?.start))
  for (const around of [start + gaps.join(''), start + frame.closing]) {
    if (!checkXml(around).ok) continue
    try {
      return { ...kind.parse(around), items: [] }
    } catch {}
  }
  return { ...emptyFeed, title: html(titleIn(start)) }
}
