import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import { icon } from '../../components/icon.ts'
import { inOnePiece } from '../../components/story-text.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import { stepSign } from '../reading/page.ts'
import { sizeWords } from '../reading/size-words.ts'
import { listenTool } from './narration/listen-tool.ts'
import type { StoryPage } from './page.ts'
import { translateTool } from './translation/translate-tool.ts'

/**
 * What helps to read this story: the bar at the foot of a phone, the first of the tools elsewhere.
 * In the order in which they stand; each draws itself, with the class "tool", or nothing.
 */
const readingTools: readonly ((tongue: Tongue, page: StoryPage) => Html | '')[] = [
  listenTool,
  translateTool,
  textTool,
]

export function readingToolsOf(tongue: Tongue, page: StoryPage): Html {
  const tools = readingTools.map((tool) => tool(tongue, page))
  return html`<div class="reading-tools" role="group" aria-label="${tongue.say('reading-tools')}">${tools}</div>`
}

const drawn = new WeakMap<Tongue, Html>()

/** Smaller, larger, and all else. Without a script nothing could be chosen, and it is not shown. */
function textTool(tongue: Tongue): Html {
  const { say, locale } = tongue
  const known = drawn.get(tongue)
  if (known !== undefined) return known
  const at = href(addresses.readingSettings, { locale: locale.name })
  const made = inOnePiece(
    html`<div class="type scripted" data-island="reading" data-at="${at}" data-words="${sizeWords(tongue).join('|')}"><button type="button" class="tool" aria-haspopup="dialog" aria-expanded="false">${icon('text-size')}<span>${say('text')}</span></button><button type="button" class="tool step" data-by="-1">${stepSign(tongue, 'smaller')}</button><button type="button" class="tool step" data-by="1">${stepSign(tongue, 'larger')}</button><p class="done" role="status" data-failed="${say('reading-failed')}"></p></div>`,
  )
  drawn.set(tongue, made)
  return made
}
