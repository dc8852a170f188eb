import type { DraftBlock } from '../../draft.ts'
import { pictureSource } from '../../html/address.ts'
import { inlineFromHtml } from '../../html/blocks-from-html.ts'
import type { DraftPicture } from '../../html/pictures.ts'
import { textFromHtml } from '../../html/text-from-html.ts'
import type { Remark } from '../../remark.ts'
import { type Item, inRole, objectsAt, saidAs, textAt } from './said.ts'
import { holdOf, isCancelled } from './status.ts'

interface Pictures {
  readonly blocks: readonly DraftPicture[]
  readonly remarks: readonly Remark[]
}

interface Story {
  readonly base: string
  readonly language: string
  readonly at: Temporal.Instant
  readonly where: string
}

/** The pictures that come with an item. One that may not be shown yet is left out. */
export function picturesOf(item: Item, story: Story): Pictures {
  const blocks: DraftPicture[] = []
  const remarks: Remark[] = []
  for (const picture of objectsAt(item, 'associations')) {
    if (!/^(?:picture|graphic)$/.test(textAt(picture, 'type'))) continue
    const where = `${story.where} › ${textAt(picture, 'uri')}`
    const held = holdOf(picture, story.at, where)
    const from = largest(objectsAt(picture, 'renditions'), story.base)
    if (isCancelled(picture)) remarks.push(leftOut('item.canceled', 'was cancelled', where))
    else if (held !== null) remarks.push(leftOut(held.because.code, 'is held back', where))
    else if (from === null)
      remarks.push(leftOut('image.bad', 'has no http or https address', where))
    else blocks.push(blockOf(picture, from, story))
  }
  return { blocks, remarks }
}

function leftOut(code: string, why: string, where: string): Remark {
  return { code, message: `A picture of the story ${why} and is left out.`, where }
}

function blockOf(picture: Item, from: string, story: Story): DraftPicture {
  const told = saidAs(picture, 'descriptions', 'description')
  const caption = inRole(told, ['caption', 'text', 'main', 'html', '']) ?? told[0]
  const alt =
    inRole(told, ['alt', 'alttext', 'alternative']) ?? saidAs(picture, 'headlines', 'headline')[0]
  return {
    kind: 'picture',
    picture: { from },
    alt: textFromHtml(alt?.value ?? ''),
    caption: inlineFromHtml(caption?.value ?? '', story),
    credit: creditOf(picture),
  }
}

/** Longer terms of use are a contract, not a credit. */
const longestTerms = 140

function creditOf(picture: Item): string {
  const terms = textAt(picture, 'usageTerms', 'usageterms')
  const parts = [
    textAt(picture, 'byline', 'by'),
    textAt(picture, 'copyrightHolder', 'copyrightholder', 'copyrightNotice', 'copyrightnotice'),
    terms.length <= longestTerms ? terms : '',
  ].map(textFromHtml)
  return [...new Set(parts.filter(Boolean))].join(' / ')
}

function largest(renditions: readonly Item[], base: string): string | null {
  const usable = renditions
    .filter((one) => /^(?:image\/|$)/.test(textAt(one, 'mimetype', 'contentType', 'contenttype')))
    .map((one) => ({ from: pictureSource(textAt(one, 'href'), base), size: sizeOf(one) }))
    .filter(({ from }) => from !== null && /^https?:/.test(from))
    .toSorted((a, b) => b.size - a.size)
  return usable[0]?.from ?? null
}

const sizeOf = ({ width, sizeInBytes, sizeinbytes }: Item) =>
  Number(width ?? 0) * 1e9 + Number(sizeInBytes ?? sizeinbytes ?? 0)

/** The first picture opens the story, the others follow its text; none stands twice. */
export function withPictures(
  blocks: readonly DraftBlock[],
  pictures: readonly DraftPicture[],
): DraftBlock[] {
  const shown = new Set(blocks.map((block) => (block.kind === 'picture' ? block.picture.from : '')))
  const fresh = pictures.filter(({ picture }) => !shown.has(picture.from))
  return [...fresh.slice(0, 1), ...blocks, ...fresh.slice(1)]
}
