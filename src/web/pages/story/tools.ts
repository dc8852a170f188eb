import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import { storyLink } from '../../components/card.ts'
import { closing } from '../../components/closing.ts'
import { type IconName, icon } from '../../components/icon.ts'
import { keeping, listLink, saveButton } from '../../components/keeping.ts'
import { inOnePiece } from '../../components/story-text.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import type { StoryPage } from './page.ts'
import { readingToolsOf } from './reading-tools.ts'

/**
 * What a reader can do with a story. Without a script "copy" and "share" open the address in a field
 * to copy it from; printing needs a script, and is then not shown.
 */
export function toolsOf(
  tongue: Tongue,
  page: StoryPage,
  { address, citation }: { readonly address: string; readonly citation: string },
): Html {
  const { story } = page.opening
  const names = {
    locale: tongue.locale.name,
    publication: story.publicationSlug,
    edition: story.editionSlug,
    story: story.slug,
  }
  const formats = [
    { name: 'RIS', to: href(addresses.citationRis, names) },
    { name: 'CSL-JSON', to: href(addresses.citationCsl, names) },
  ]
  const downloads = formats.map(
    ({ name, to }) =>
      html`<li><a href="${to}" download>${tongue.say('cite-download', { format: name })}</a></li>`,
  )
  const frame = frames.get(tongue) ?? frameIn(tongue)
  return html`${frame.opening}${readingToolsOf(tongue, page)}${keeping(tongue, 'story', storyLink(tongue, story), saveButton(tongue, story))}${listLink(tongue, story, storyLink(tongue, story))}${frame.buttons}<input type="text" id="address-field" value="${address}" readonly dir="ltr" spellcheck="false">${frame.between}<p id="citation-text">${citation}</p>${frame.copying}${downloads}${frame.end}`
}

/** What is the same on every story's page in a language: made once. */
interface Frame {
  readonly opening: Html
  readonly buttons: Html
  readonly between: Html
  readonly copying: Html
  readonly end: Html
}

const frames = new WeakMap<Tongue, Frame>()

function frameIn(tongue: Tongue): Frame {
  const { say } = tongue
  const made = {
    opening: html`<div class="tools" role="group" aria-label="${say('story-tools')}" data-island="share">`,
    buttons: html`${tool('copy', 'copy', say('copy-link'), 'address')}${tool('cite', 'cite', say('cite'), 'citation')}${tool('print', 'print', say('print'))}${tool('share', 'share', say('share'), 'address')}<div class="slip" id="address" popover role="dialog" aria-labelledby="address-title"><label id="address-title" for="address-field">${say('address-of-story')}</label>`,
    between: html`${closing(tongue, 'address')}</div><div class="slip" id="citation" popover role="dialog" aria-labelledby="citation-title"><h2 id="citation-title">${say('cite-title')}</h2>`,
    copying: html`<ul class="ways"><li><button type="button" class="link scripted" data-does="copy" data-of="citation-text">${say('cite-copy')}</button></li>`,
    end: html`</ul>${closing(tongue, 'citation')}</div><p class="done" role="status" data-said="${say('copied')}"></p></div>`,
  }
  const frame = {
    opening: inOnePiece(made.opening),
    buttons: inOnePiece(made.buttons),
    between: inOnePiece(made.between),
    copying: inOnePiece(made.copying),
    end: inOnePiece(made.end),
  }
  frames.set(tongue, frame)
  return frame
}

function tool(does: string, drawn: IconName, words: string, opens?: string): Html {
  const target = opens === undefined ? '' : html`popovertarget="${opens}"`
  return html`<button type="button" class="tool ${does}" data-does="${does}" ${target}>${icon(drawn)}<span>${words}</span></button>`
}
