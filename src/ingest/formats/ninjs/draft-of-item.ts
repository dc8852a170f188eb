import { directionOf } from '#ground/language'
import type { Draft, Entry } from '../../draft.ts'
import type { Decoded } from '../../format.ts'
import { textFromHtml } from '../../html/text-from-html.ts'
import type { Remark } from '../../remark.ts'
import { seal } from '../../seal.ts'
import { dateOfItem } from '../feed/date-of-item.ts'
import { storyLanguage } from '../feed/story-language.ts'
import { blocksOf, bodyOf, sampleOf } from './body.ts'
import { picturesOf, withPictures } from './pictures.ts'
import { type Item, inRole, objectsAt, type Said, saidAs, textAt } from './said.ts'
import { embargoEnd, holdOf, isCancelled } from './status.ts'

/** The story that a sound item holds, or why it holds none. */
export function draftOfItem(
  item: Item,
  delivery: Decoded,
  where: string,
  before: readonly Remark[],
): Entry {
  const body = bodyOf(item) ?? summaryOf(item)
  const type = textAt(item, 'type') || 'text'
  const cancelled = isCancelled(item)
  const isText = type === 'text' || (type === 'composite' && bodyOf(item) !== null)
  if (!isText && !cancelled) return refused('ninjs.not-text', notText(type), where, before)
  const headline = headlineOf(item)
  if (!cancelled && (headline === '' || body === null)) {
    const lack = headline === '' ? 'headline' : 'text'
    return refused('ninjs.no-text', `It has no ${lack}. Send it with one.`, where, before)
  }
  const own = textAt(item, 'language')
  const feed = delivery.said?.language ?? null
  const spoken = storyLanguage({ own, feed, text: `${headline} ${sampleOf(body)}` }, where)
  const story = { base: delivery.from, language: spoken.language, at: delivery.at, where }
  const text = body === null ? { blocks: [], remarks: [] } : blocksOf(body, story)
  const pictures = picturesOf(item, story)
  const hold = cancelled ? null : holdOf(item, delivery.at, where)
  const dated = dateOf(item, delivery, where)
  const said = cancelled ? [takenBack(where)] : hold === null ? [] : [hold.because]
  const draft: Omit<Draft, 'digest'> = {
    key: textAt(item, 'uri'),
    headline: headline || textAt(item, 'uri'),
    standfirst: bodyOf(item) === null ? '' : standfirstOf(item),
    bylines: bylinesOf(item),
    section: textFromHtml(sectionOf(item)).slice(0, 100),
    language: spoken.language,
    direction: directionOf(spoken.language),
    publishedAt: dated.moment,
    editionDate: null,
    position: null,
    door: null,
    // The uri names the item; whether a reader finds anything there is not said.
    home: null,
    complete: textAt(item, 'representationType', 'representationtype') !== 'partial',
    blocks: withPictures(text.blocks, pictures.blocks),
    hold,
    cancelled,
  }
  const noted = [...text.remarks, ...pictures.remarks].map((remark) => placed(remark, where))
  return {
    ok: true,
    draft: seal(draft),
    remarks: [...before, ...said, ...spoken.remarks, ...dated.remarks, ...noted],
  }
}

const notText = (type: string) =>
  `It is of type "${type}". Only text is put on the stand: send it as part of a text's associations.`

const takenBack = (where: string): Remark => ({
  code: 'item.canceled',
  message: 'The sender took it back: it leaves the stand.',
  where,
})

function refused(code: string, message: string, where: string, before: readonly Remark[]): Entry {
  return { ok: false, status: 'refused', remarks: [...before, { code, message, where }] }
}

const placed = (remark: Remark, where: string): Remark =>
  remark.where.startsWith(where) ? remark : { ...remark, where: `${where} › ${remark.where}` }

function headlineOf(item: Item): string {
  const headlines = saidAs(item, 'headlines', 'headline')
  const main = inRole(headlines, ['main', '', 'headline', 'title', 'text', 'html']) ?? headlines[0]
  return textFromHtml(main?.value ?? textAt(item, 'title'))
    .slice(0, 1_000)
    .toWellFormed()
}

/** Descriptions in other roles are captions and notes to editors, not for a story's top. */
const standfirstOf = (item: Item) => textFromHtml(summaryOf(item)?.value ?? '')

/** All the text there is when an item has no body. */
function summaryOf(item: Item): Said | null {
  const told = saidAs(item, 'descriptions', 'description')
  const roles = ['standfirst', 'summary', 'abstract', 'intro', 'teaser', 'main', 'text', 'html', '']
  return inRole(told, roles) ?? null
}

function bylinesOf(item: Item): string[] {
  const byline = textFromHtml(textAt(item, 'byline', 'by')).replace(/^by:?\s+/i, '')
  return byline === '' ? [] : [byline]
}

function sectionOf(item: Item): string {
  const [subject] = objectsAt(item, 'subjects', 'subject').filter(
    (one) => textAt(one, 'name') !== '',
  )
  return subject === undefined ? textAt(item, 'section') : textAt(subject, 'name')
}

/** A story under embargo is published when the embargo ends, whenever it was written. */
function dateOf(item: Item, delivery: Decoded, where: string) {
  const names = [
    ['firstCreated', 'firstcreated'],
    ['contentCreated', 'contentcreated'],
    ['versionCreated', 'versioncreated'],
  ]
  const written = names.map((pair) => textAt(item, ...pair)).filter(Boolean)
  const dated = dateOfItem(written, delivery, where)
  const end = embargoEnd(item)
  const later =
    end !== null && (dated.moment === null || Temporal.Instant.compare(end, dated.moment) > 0)
  return later ? { moment: end, remarks: [] } : dated
}
