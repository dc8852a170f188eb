import type { Spoken } from '#catalogue'
import { directionOf } from '#ground/language'
import type { DraftBlock } from '../draft.ts'
import type { Remark } from '../remark.ts'
import { asInline } from './as-inline.ts'
import { cleanHtml } from './clean-html.ts'
import { deepest, isTooDeep } from './depth.ts'
import { flatBlocks } from './flat-blocks.ts'
import { Flow } from './flow.ts'
import type { HtmlContext, Page } from './page.ts'
import { type Node, treeOf } from './tree.ts'
import { walk } from './walk.ts'

export type { HtmlContext } from './page.ts'

/**
 * A story's text from a stranger's HTML: clean, typed blocks in our own words, and a remark for
 * everything in it that could not be kept as it was. Never throws.
 */
export function blocksFromHtml(
  html: string,
  context: HtmlContext,
): { blocks: DraftBlock[]; remarks: Remark[] } {
  const remarks = new Map<string, Remark>()
  const page = pageFor(context, remarks)
  if (isTooDeep(html)) {
    page.say(
      'html.too-deep',
      `Elements are nested more than ${deepest} deep: the text is kept, its mark-up is not.`,
      '',
    )
    return { blocks: flatBlocks(html), remarks: [...remarks.values()] }
  }
  const around = { language: context.language, direction: directionOf(context.language) }
  const blocks = withoutTwins(page.blocksIn(treeOf(cleanHtml(html)), around))
  return { blocks, remarks: [...remarks.values()] }
}

/** The same as one line of inline HTML, paragraphs joined by line breaks, for a caption. */
export function inlineFromHtml(html: string, context: HtmlContext): string {
  return asInline(blocksFromHtml(html, context).blocks).html
}

function pageFor(context: HtmlContext, remarks: Map<string, Remark>): Page {
  const page: Page = {
    ...context,
    say(code, message, where) {
      remarks.set(`${code} ${where}`, { code, message, where })
    },
    blocksIn(nodes: readonly Node[], around: Required<Spoken>) {
      const flow = new Flow(around)
      for (const node of nodes) walk(node, flow, page)
      flow.endRun()
      return flow.blocks
    },
  }
  return page
}

/** A picture and its copy for browsers without script are one picture. */
function withoutTwins(blocks: readonly DraftBlock[]): DraftBlock[] {
  return blocks.filter((block, index) => {
    const before = blocks[index - 1]
    if (block.kind !== 'picture' || before?.kind !== 'picture') return true
    return block.picture.from !== before.picture.from
  })
}
