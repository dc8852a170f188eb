import { digestOf } from '#ground/digest'
import { escapeHtml } from '#ground/escape'
import { directionOf } from '#ground/language'
import { type DraftBlock, type Entry, unclassified } from '../../draft.ts'
import type { Decoded } from '../../format.ts'
import { linkAddress } from '../../html/address.ts'
import { blocksFromHtml } from '../../html/blocks-from-html.ts'
import { withoutHeadline } from '../../html/without-headline.ts'
import type { Remark } from '../../remark.ts'
import { seal } from '../../seal.ts'
import { oneLine } from '../../text/one-line.ts'
import { paragraphsOf } from '../../text/paragraphs-of.ts'
import { storyLanguage } from '../../text/story-language.ts'
import { topicFrom } from '../../text/topic-from.ts'
import { dateOfItem } from '../../time/date-of-item.ts'
import { dayIn } from '../../time/days.ts'
import type { TheirStory } from './their-story.ts'

export function draftOfStory(story: TheirStory, delivery: Decoded, where: string): Entry {
  const headline = oneLine(story.headline ?? story.title ?? '')
  const written = story.date ?? story.published ?? ''
  const home = linkAddress(story.url ?? story.sourceUrl ?? '', delivery.from)
  const plain = [story.body ?? []].flat().join('\n\n')
  const spoken = storyLanguage(
    {
      own: story.language ?? story.lang ?? '',
      feed: delivery.said?.language ?? null,
      text: `${headline} ${plain.slice(0, 3_000)}`,
    },
    where,
  )
  const text = textOf(story, plain, { base: home ?? delivery.from, language: spoken.language })
  if (headline === '' || text.blocks.length === 0) {
    const lack = headline === '' ? 'headline' : 'text ("body" or "html")'
    return quarantined(`It has no ${lack}. Send it with one.`, where)
  }
  const dated = dateOfItem(written === '' ? [] : [written], delivery, where)
  const draft = seal({
    key: String(story.id ?? home ?? digestOf(`${headline}\n${written}`)),
    headline,
    standfirst: oneLine(story.standfirst ?? ''),
    bylines: bylinesOf(story),
    ...unclassified,
    section: oneLine(story.section ?? ''),
    topic: topicFrom([story.section ?? '']),
    language: spoken.language,
    direction: story.dir ?? directionOf(spoken.language),
    publishedAt: dated.moment,
    editionDate: dated.moment === null ? null : dayIn(written),
    position: null,
    door: null,
    home,
    complete: true,
    blocks: [...withoutHeadline(text.blocks, headline), ...creditLine(story, home)],
    hold: null,
    cancelled: false,
    version: null,
  })
  return { ok: true, draft, remarks: [...spoken.remarks, ...dated.remarks, ...text.remarks] }
}

function quarantined(message: string, where: string): Entry {
  const remarks = [{ code: 'story-json.invalid', message, where }]
  return { ok: false, status: 'quarantined', remarks }
}

function textOf(
  { html }: TheirStory,
  plain: string,
  context: { base: string; language: string },
): { blocks: readonly DraftBlock[]; remarks: readonly Remark[] } {
  if (html) return blocksFromHtml(html, context)
  return { blocks: paragraphsOf(plain), remarks: [] }
}

function bylinesOf({ bylines, byline, author }: TheirStory): string[] {
  const named = bylines ?? [byline ?? author ?? '']
  return named.map(oneLine).filter(Boolean)
}

/** Who has to be named and under which licence, as free licences ask. */
function creditLine({ attribution, licence }: TheirStory, home: string | null): DraftBlock[] {
  const [first, ...more] = [attribution, licence]
    .map((part) => oneLine(part ?? ''))
    .filter(Boolean)
    .map((part) => `<bdi>${escapeHtml(part)}</bdi>`)
  if (first === undefined) return []
  const linked = home === null ? first : `<a href="${escapeHtml(home)}">${first}</a>`
  return [{ kind: 'paragraph', html: `<small>${[linked, ...more].join(' · ')}</small>` }]
}
