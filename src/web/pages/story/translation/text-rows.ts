import { html } from 'hono/html'
import { type Block, readyHtml } from '#catalogue'
import type { QualityFlag } from '#translate'
import { spokenIn } from '../../../components/spoken.ts'
import { storyText } from '../../../components/story-text.ts'
import type { MessageKey } from '../../../languages/say.ts'
import type { Tongue } from '../../../languages/tongue.ts'
import type { Html } from '../../../page.ts'
import type { View } from './label.ts'
import type { ShownRow } from './rows.ts'
import type { Shown } from './shown-text.ts'

/**
 * The text, each of its blocks followed by the original of it. Two columns are a matter of the style
 * sheet: the markup is the same in both views, only that in one the originals wait to be asked for.
 */
export function textRows(tongue: Tongue, shown: Shown, view: View): Html {
  const { language, direction } = shown
  const rows = shown.rows.map((row) => rowOf(tongue, shown, row, view))
  const island = view === 'in-place' && html`data-island="translation"`
  return html`<div class="text" ${spokenIn(language, direction)} ${island}>${rows}</div>`
}

function rowOf(tongue: Tongue, shown: Shown, row: ShownRow, view: View): Html {
  const [first, ...others] = row.shown.map((block) => storyText(readyHtml([block], 'rest')))
  const span = others.length > 0 ? ' spans' : ''
  const { story } = shown.opening
  const why = whyOf(tongue, shown, row)
  const isUntranslated = row.flags.includes('untranslated')
  const originals = isUntranslated
    ? []
    : row.original.map((block) => storyText(readyHtml([asSource(block)], 'rest')))
  if (originals.length === 0 && why === '') return html`${first}${others}`
  const isHidden = view === 'in-place' && row.flags.length === 0
  const spoken = spokenIn(story.language, story.direction)
  const source = html`<div class="source${span}" ${spoken} ${isHidden && 'hidden'}>${why}${originals}</div>`
  return html`${first}${source}${others}`
}

/** Why the original is shown, in the words of the page; nothing where the label says it already. */
function whyOf({ say, locale }: Tongue, { by }: Shown, { flags }: ShownRow): Html | '' {
  const [flag] = order.filter((one) => flags.includes(one))
  if (flag === undefined) return ''
  if (flag === 'untranslated' && by.kind === 'machine' && by.short !== null) return ''
  return html`<p class="why" ${spokenIn(locale.name, locale.direction)}>${say(reasons[flag])}</p>`
}

const reasons = {
  untranslated: 'flag-untranslated',
  'numbers-differ': 'flag-numbers-differ',
  'name-lost': 'flag-name-lost',
  'length-odd': 'flag-length-odd',
  'markup-lost': 'flag-markup-lost',
} as const satisfies Record<QualityFlag, MessageKey>

const order: readonly QualityFlag[] = [
  ...(['untranslated', 'numbers-differ', 'name-lost', 'length-odd', 'markup-lost'] as const),
]

/** Beside its translation: under a name of its own, no heading of the page, and of a picture its words. */
function asSource(block: Block): Block {
  const { language, direction } = block
  const spoken = {
    ...(language !== undefined && { language }),
    ...(direction !== undefined && { direction }),
  }
  const id = `original-${block.id}`
  if (block.kind === 'picture') return { id, ...spoken, kind: 'paragraph', html: block.caption }
  if (block.kind === 'heading') {
    return { id, ...spoken, kind: 'paragraph', html: `<b>${block.html}</b>` }
  }
  return { ...block, id }
}
