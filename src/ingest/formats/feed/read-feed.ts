import type { Entry, Reading, Sender } from '../../draft.ts'
import type { Decoded } from '../../format.ts'
import { refuse } from '../../refuse.ts'
import type { Remark } from '../../remark.ts'
import { oneLine } from '../../text/one-line.ts'
import { doubtOf, languageIn } from '../../text/story-language.ts'
import { dateOfItem } from '../../time/date-of-item.ts'
import { feedBase, homeAddress, innerBase } from './bases.ts'
import { lineOf } from './body.ts'
import { draftFromItem, type FeedSays, type Known } from './draft-from-item.ts'
import { type Identified, type Key, keysOf } from './keys.ts'
import { newest } from './newest.ts'
import { isLost, type LostItem, placeOf, type ReadItem, type SentFeed } from './sent-item.ts'
import type { TheirFeed } from './their-feed.ts'

const sampled = 10

/** A feed without its format's names to a reading: an entry for every item, whatever is in it. */
export function readFeed(format: string, sent: SentFeed, delivery: Decoded): Reading {
  const { feed, items } = sent
  const base = feedBase(feed, delivery.from)
  const sender = { ...senderOf(feed, base), ...delivery.said }
  if (items.length === 0 && sender.title === '' && sender.home === null) {
    const message = 'The feed has neither a title nor an item, so there is nothing to read in it.'
    return refuse('feed.no-content', message, '', sent.remarks)
  }
  const seen = items.map((item) => (isLost(item) ? item : look(item, base, delivery)))
  const { kept, remarks } = newest(seen, (item) => (isLost(item) ? null : item.moment))
  const readable = kept.flatMap((item) => (isLost(item) ? [] : [item]))
  const keys = keysOf(readable, homeAddress(feed.link, delivery.from) ?? delivery.from)
  const keyed = new Map(readable.map((item, at) => [item, keys[at]]))
  const says: FeedSays = { base, language: sender.language, bylines: feed.bylines }
  const entries = kept.map((item) =>
    isLost(item) ? lostEntry(item) : entryOf(item, keyed.get(item), says),
  )
  const sample = readable.slice(0, sampled).map(sampleOf).join(' ')
  const doubts = doubtOf(sender.language, sample)
  return { ok: true, format, sender, entries, remarks: [...sent.remarks, ...remarks, ...doubts] }
}

const lostEntry = ({ number, name, lost }: LostItem): Entry => ({
  ok: false,
  status: 'refused',
  remarks: [{ ...lost, where: placeOf(number, name) }],
})

function senderOf(feed: TheirFeed, base: string): Sender {
  return {
    title: lineOf(feed.title),
    description: lineOf(feed.description),
    language: languageIn(feed.language),
    home: homeAddress(feed.link, base),
  }
}

type Seen = Omit<Known, 'key'> & Identified

/** What of an item can be told before its text is read: its page, its date, its id. */
function look({ item, number, faults }: ReadItem, base: string, delivery: Decoded): Seen {
  const id = oneLine(item.id)
  const where = placeOf(number, id === '' ? '' : `guid ${id.slice(0, 200)}`)
  const before = faults.map((fault) => ({ ...fault, where }))
  const { moment, remarks } = dateOfItem(item.dates, delivery, where)
  const home = homeAddress(item.link, innerBase([item.base], base))
  const refused = item.link.trim() === '' || home !== null ? [] : [linkRefused(item.link, where)]
  const words = item.title.text.trim() || item.summary.text || item.body.text
  const rest = [words, item.dates[0] ?? '']
  const all = [...before, ...remarks, ...refused]
  return { item, where, id, home, moment, rest: rest.join('\n'), remarks: all }
}

const linkRefused = (link: string, where: string): Remark => ({
  code: 'link.refused',
  message: `"${oneLine(link.slice(0, 100))}" is no public web address, so it was left out. Link to the story's page.`,
  where,
})

/** A fault of ours in one item must not cost the others. */
function entryOf(seen: Seen, key: Key | undefined, says: FeedSays): Entry {
  const { where } = seen
  if (key === undefined) throw new Error(`No key for ${where}`)
  const fault = key.fault === null ? [] : [{ code: key.fault, message: faults[key.fault], where }]
  const remarks = [...seen.remarks, ...fault]
  if (!key.kept) return { ok: false, status: 'refused', remarks }
  try {
    return draftFromItem({ ...seen, key: key.key, remarks }, says)
  } catch (error) {
    const message = `It could not be read (${String(error).slice(0, 200)}). Please report this to Kiosk.`
    const failed = { code: 'item.failed', message, where }
    return { ok: false, status: 'quarantined', remarks: [...remarks, failed] }
  }
}

const faults = {
  'guid.missing':
    'It has no guid, so it is known by its link or its title. Give it a guid that never changes.',
  'guid.duplicate':
    'Another item has the same guid. Items with pages of their own were kept apart by them; otherwise the newest was kept. Give every item its own guid.',
} as const satisfies Record<Exclude<Key['fault'], null>, string>

const sampleOf = ({ item: { title, body, summary } }: Seen): string => {
  const text = body.text === '' ? summary : body
  return `${lineOf(title)} ${lineOf({ ...text, text: text.text.slice(0, 1_000) })}`
}
