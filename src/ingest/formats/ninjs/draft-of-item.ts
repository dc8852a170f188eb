import { directionOf } from '#ground/language'
import { type Draft, type Entry, unclassified } from '../../draft.ts'
import type { Decoded } from '../../format.ts'
import { textFromHtml } from '../../html/text-from-html.ts'
import { withoutHeadline } from '../../html/without-headline.ts'
import type { Remark } from '../../remark.ts'
import { seal } from '../../seal.ts'
import { storyLanguage } from '../../text/story-language.ts'
import { topicFrom } from '../../text/topic-from.ts'
import { withoutBy } from '../../text/without-by.ts'
import { dateOfItem } from '../../time/date-of-item.ts'
import { blocksOf, bodyOf, sampleOf } from './body.ts'
import { picturesOf, withPictures } from './pictures.ts'
import { exactMoment, type Item, inRole, objectsAt, type Said, saidAs, textAt } from './said.ts'
import { embargoEnd, holdOf, isCancelled } from './status.ts'

/** The story that a sound item holds, or why it holds none. */
export function draftOfItem(
  item: Item,
  delivery: Decoded,
  where: string,
  before: readonly Remark[],
): Entry {
  const reason = reasonAgainst(item)
  if (reason !== null) {
    return { ok: false, status: 'refused', remarks: [...before, { ...reason, where }] }
  }
  const body = bodyOf(item) ?? summaryOf(item)
  const words = wordsOf(item)
  const own = textAt(item, 'language')
  const feed = delivery.said?.language ?? null
  const spoken = storyLanguage({ own, feed, text: `${words.headline} ${sampleOf(body)}` }, where)
  const story = { base: delivery.from, language: spoken.language, at: delivery.at, where }
  const text = body === null ? { blocks: [], remarks: [] } : blocksOf(body, story)
  const pictures = picturesOf(item, story)
  const dated = dateOf(item, delivery, where)
  const cancelled = isCancelled(item)
  const hold = cancelled ? null : holdOf(item, delivery.at, where)
  const said = cancelled ? [takenBack(where)] : hold === null ? [] : [hold.because]
  const draft: Omit<Draft, 'digest'> = {
    ...words,
    language: spoken.language,
    direction: directionOf(spoken.language),
    publishedAt: dated.moment,
    editionDate: null,
    position: null,
    door: null,
    // The uri names the item; whether a reader finds anything there is not said. Without a page to
    // go on reading, what was sent is the story.
    home: null,
    complete: true,
    blocks: withPictures(withoutHeadline(text.blocks, words.headline), pictures.blocks),
    hold,
    cancelled,
    version: exactMoment(textAt(item, 'versionCreated', 'versioncreated')),
  }
  const noted = [...text.remarks, ...pictures.remarks].map((remark) => placed(remark, where))
  return {
    ok: true,
    draft: seal(draft),
    remarks: [...before, ...said, ...spoken.remarks, ...dated.remarks, ...noted],
  }
}

/** Why an item makes no story. One that was taken back needs no text. */
function reasonAgainst(item: Item): Omit<Remark, 'where'> | null {
  const type = textAt(item, 'type') || 'text'
  if (isCancelled(item)) return null
  if (type !== 'text' && (type !== 'composite' || bodyOf(item) === null)) {
    const message = `It is of type "${type}". Only text is put on the stand: send it as part of a text's associations.`
    return { code: 'ninjs.not-text', message }
  }
  const noHeadline = headlineOf(item) === ''
  if (!noHeadline && (bodyOf(item) ?? summaryOf(item)) !== null) return null
  const message = `It has no ${noHeadline ? 'headline' : 'text'}. Send it with one.`
  return { code: 'ninjs.no-text', message }
}

const wordsOf = (item: Item) => ({
  key: textAt(item, 'uri'),
  headline: headlineOf(item) || textAt(item, 'uri'),
  standfirst: bodyOf(item) === null ? '' : textFromHtml(summaryOf(item)?.value ?? ''),
  bylines: bylinesOf(item),
  ...unclassified,
  section: textFromHtml(sectionOf(item)).slice(0, 100),
  topic: topicFrom(subjectsOf(item)),
})

const subjectsOf = (item: Item): string[] =>
  objectsAt(item, 'subjects', 'subject').flatMap((one) => [
    textAt(one, 'uri'),
    textAt(one, 'code'),
    textAt(one, 'name'),
  ])

const takenBack = (where: string): Remark => ({
  code: 'item.canceled',
  message: 'The sender took it back: it leaves the stand.',
  where,
})

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
function summaryOf(item: Item): Said | null {
  const told = saidAs(item, 'descriptions', 'description')
  const roles = ['standfirst', 'summary', 'abstract', 'intro', 'teaser', 'main', 'text', 'html', '']
  return inRole(told, roles) ?? null
}

function bylinesOf(item: Item): string[] {
  const byline = withoutBy(textFromHtml(textAt(item, 'byline', 'by')))
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
