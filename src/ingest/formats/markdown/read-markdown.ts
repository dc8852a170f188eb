import { type Door, doors } from '#catalogue'
import { directionOf, languageTag } from '#ground/language'
import type { Draft, Entry, Reading } from '../../draft.ts'
import type { Decoded } from '../../format.ts'
import { linkAddress } from '../../html/address.ts'
import { textFromHtml } from '../../html/text-from-html.ts'
import type { Remark } from '../../remark.ts'
import { seal } from '../../seal.ts'
import { storyLanguage } from '../../text/story-language.ts'
import { topicFrom } from '../../text/topic-from.ts'
import { dateOfItem } from '../../time/date-of-item.ts'
import { dayIn, editionDayOf } from '../../time/days.ts'
import { listOf, numberOf, textOf } from './fields.ts'
import { type Head, splitHead } from './head.ts'
import { holdOf } from './hold.ts'
import { textOfMarkdown } from './html-of-markdown.ts'
import { fileNameOf, keyOf } from './path.ts'
import { titled } from './titled.ts'

/** Reads one file, which is one story. */
export function readMarkdown(delivery: Decoded): Reading {
  return {
    ok: true,
    format: 'markdown',
    sender: { title: '', description: '', language: null, home: null, ...delivery.said },
    entries: [entryOf(delivery)],
    remarks: delivery.remarks,
  }
}

function entryOf(delivery: Decoded): Entry {
  const file = splitHead(delivery.text)
  if (!file.ok) {
    const { message, line } = file
    return without('quarantined', [{ code: 'markdown.bad-head', message, where: `line ${line}` }])
  }
  const { head } = file
  const home = linkAddress(textOf(head, 'home', 'canonical', 'canonical_url', 'link', 'url'), '')
  const spoken = storyLanguage(
    {
      own: textOf(head, 'language', 'lang'),
      feed: delivery.said?.language ?? null,
      text: file.text.slice(0, 3_000),
    },
    'head',
  )
  const context = { from: delivery.from, language: spoken.language, home }
  const story = titled(textFromHtml(textOf(head, 'title', 'headline')), file, context)
  if (story.blocks.length === 0) {
    const message = 'There is no text below its head. Send it with one.'
    return without('refused', [...story.remarks, { code: 'markdown.no-text', message, where: '' }])
  }
  const dates = datesOf(head, delivery.from)
  const dated = dateOfItem(dates, delivery, 'head')
  const hold = holdOf(head, delivery)
  const door = doorOf(head)
  const draft: Omit<Draft, 'digest'> = {
    ...wordsOf(head, delivery),
    ...translationOf(head),
    headline: story.headline,
    language: spoken.language,
    direction: sideOf(head) ?? directionOf(spoken.language),
    publishedAt: dated.moment,
    editionDate: editionDayOf(textOf(head, 'edition'), dated.moment === null ? [] : dates),
    position: numberOf(head, 'position', 'weight', 'order'),
    door: door.value,
    home,
    complete: true,
    blocks: story.blocks,
    hold,
    cancelled: false,
    version: null,
  }
  const held = hold === null ? [] : [hold.because]
  const remarks = [...held, ...spoken.remarks, ...dated.remarks, ...door.remarks, ...story.remarks]
  return { ok: true, draft: seal(draft), remarks }
}

const wordsOf = (head: Head, delivery: Decoded) => ({
  key: textOf(head, 'id', 'guid', 'uid') || keyOf(delivery),
  standfirst: textOfMarkdown(
    textOf(head, 'standfirst', 'description', 'summary', 'subtitle', 'deck'),
  ),
  bylines: listOf(head, 'authors', 'author', 'byline', 'bylines')
    .map(textOfMarkdown)
    .filter(Boolean),
  section: textFromHtml(textOf(head, 'section', 'category', 'categories')),
  topic: topicFrom([
    ...listOf(head, 'topics', 'topic', 'tags', 'keywords'),
    textOf(head, 'section', 'category', 'categories'),
  ]),
})

const translationOf = (head: Head) => ({
  work: textOf(head, 'work').slice(0, 200),
  translatedFrom: languageTag(textOf(head, 'translated-from')),
  translators: listOf(head, 'translators', 'translator').map(textOfMarkdown).filter(Boolean),
})

const without = (status: 'quarantined' | 'refused', remarks: readonly Remark[]): Entry => ({
  ok: false,
  status,
  remarks,
})

/** What the head says, else the day that a file's name begins with. */
function datesOf(head: Head, from: string): string[] {
  const said = ['date', 'published'].map((name) => textOf(head, name))
  const named = /^\d{4}-\d{2}-\d{2}(?=\D)/.exec(fileNameOf(from))?.[0] ?? ''
  return [...said, dayIn(named) === null ? '' : named].filter((date) => /\d/.test(date))
}

function sideOf(head: Head) {
  const written = textOf(head, 'dir', 'direction')
  return written === 'rtl' || written === 'ltr' ? written : null
}

function doorOf(head: Head): { value: Door | null; remarks: readonly Remark[] } {
  const written = textOf(head, 'door')
  const value = doors.find((door) => door === written) ?? null
  if (value !== null || written === '') return { value, remarks: [] }
  const message = `"${written.slice(0, 60)}" is no door, so the publication's own is taken: write ${doors.join(', ')}.`
  return { value, remarks: [{ code: 'markdown.bad-door', message, where: 'head' }] }
}
