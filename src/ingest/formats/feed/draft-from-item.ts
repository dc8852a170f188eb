import { escapeHtml } from '#ground/escape'
import { directionOf } from '#ground/language'
import { type Draft, type DraftBlock, type Entry, unclassified } from '../../draft.ts'
import { pictureSource } from '../../html/address.ts'
import { textFromHtml } from '../../html/text-from-html.ts'
import type { Remark } from '../../remark.ts'
import { seal } from '../../seal.ts'
import { oneLine } from '../../text/one-line.ts'
import { storyLanguage } from '../../text/story-language.ts'
import { topicFrom } from '../../text/topic-from.ts'
import { innerBase } from './bases.ts'
import { type Body, bodyOf, lineOf, textOfBlocks } from './body.ts'
import { bylinesFrom } from './byline.ts'
import { standfirstOf } from './standfirst.ts'
import type { TheirItem, TheirPicture } from './their-feed.ts'

/** An item and what was settled about it before its text is read. */
export interface Known {
  readonly item: TheirItem
  readonly where: string
  readonly key: string
  readonly home: string | null
  readonly moment: Temporal.Instant | null
  readonly remarks: readonly Remark[]
}

/** What an item takes from its feed. */
export interface FeedSays {
  readonly base: string
  readonly language: string | null
  readonly bylines: readonly string[]
}

export function draftFromItem(known: Known, feed: FeedSays): Entry {
  const { item, where, home } = known
  const isWhole = item.body.text.trim() !== ''
  const text = isWhole ? item.body : item.summary
  const base = innerBase([item.base, text.base], feed.base)

  const sample = `${lineOf(item.title)} ${lineOf({ ...text, text: text.text.slice(0, 3_000) })}`
  const spoken = storyLanguage({ own: item.language, feed: feed.language, text: sample }, where)
  const body = bodyOf(text, { base, language: spoken.language })
  const said = textOfBlocks(body.blocks)
  const headline = headlineOf(item, said)

  const remarks = [
    ...known.remarks,
    ...spoken.remarks,
    ...faultsOf(item, said, headline, where),
    ...placed(body, where),
  ]
  if (headline === '') return { ok: false, status: 'refused', remarks }
  const draft: Omit<Draft, 'digest'> = {
    key: known.key,
    headline,
    standfirst: isWhole ? standfirstOf(lineOf(item.summary), said) : '',
    bylines: bylinesFrom(item.bylines.length > 0 ? item.bylines : feed.bylines),
    ...unclassified,
    section: oneLine(textFromHtml(item.section).slice(0, 100)),
    topic: topicFrom([textFromHtml(item.section)]),
    language: spoken.language,
    direction: directionOf(spoken.language),
    publishedAt: known.moment,
    editionDate: null,
    position: null,
    door: null,
    home,
    // Without a page to go on reading there is no more to be had: the summary is the story.
    complete: home === null || (isWhole && !isCutOff(said)),
    blocks: withPicture(body.blocks, item.pictures, base),
    hold: null,
    cancelled: false,
    version: null,
  }
  return { ok: true, draft: seal(draft), remarks }
}

const headlineLength = 90

/** The title, else the text's first sentence or as much of it as a headline bears. */
function headlineOf({ title }: TheirItem, text: string): string {
  const written = lineOf(title)
  if (written !== '' || text === '') return written.slice(0, 1_000).toWellFormed()
  const [sentence = text] = /^.*?[.!?。؟](?=\s|$)/u.exec(text) ?? []
  if (sentence.length <= headlineLength) return sentence
  const cut = sentence.slice(0, headlineLength)
  const end = cut.lastIndexOf(' ')
  return `${(end > 30 ? cut.slice(0, end) : cut).toWellFormed()}…`
}

function faultsOf(item: TheirItem, text: string, headline: string, where: string): Remark[] {
  if (headline === '') return [{ code: 'item.empty', message: emptyItem, where }]
  const faults: Remark[] = []
  if (lineOf(item.title) === '') faults.push({ code: 'title.missing', message: noTitle, where })
  if (text === '') faults.push({ code: 'item.no-text', message: noText, where })
  return faults
}

const emptyItem = 'It has neither a title nor a text. Give it one.'
const noTitle = 'It has no title; its first words stand for one. Give it a title.'
const noText = 'It has no text, so only its headline can be shown. Send the text, or a summary.'

const placed = ({ remarks }: Body, where: string): Remark[] =>
  remarks.map((remark) => ({
    ...remark,
    where: remark.where === '' ? where : `${where}, ${remark.where}`,
  }))

/** Texts that end in "[…]" were cut by the program that wrote the feed. */
const isCutOff = (text: string): boolean => /\[\s*(?:…|\.\.\.)\s*\]\s*$/.test(text)

/** A picture that the feed sends beside the text goes first, unless the text has its own. */
function withPicture(
  blocks: readonly DraftBlock[],
  pictures: readonly TheirPicture[],
  base: string,
): readonly DraftBlock[] {
  if (blocks.some(({ kind }) => kind === 'picture')) return blocks
  for (const { address, alt, caption, credit } of pictures) {
    const from = pictureSource(address, base)
    if (from === null) continue
    const said = { alt: oneLine(alt), credit: textFromHtml(credit) }
    const words = escapeHtml(textFromHtml(caption))
    return [{ kind: 'picture', picture: { from }, ...said, caption: words }, ...blocks]
  }
  return blocks
}
