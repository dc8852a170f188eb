import { html } from 'hono/html'
import type { PublicStory } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { type IconName, icon } from '../../components/icon.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'

/**
 * What a reader can do with a story. Without a script "copy" and "share" open the address in a field
 * to copy it from; printing needs a script, and is then not shown.
 */
export function toolsOf(
  tongue: Tongue,
  story: PublicStory,
  { address, citation }: { readonly address: string; readonly citation: string },
): Html {
  const { say } = tongue
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
      html`<li><a href="${to}" download>${say('cite-download', { format: name })}</a></li>`,
  )
  return html`<div class="tools" role="group" aria-label="${say('story-tools')}" data-island="share">${tool('copy', 'copy', say('copy-link'), 'address')}${tool('cite', 'cite', say('cite'), 'citation')}${tool('print', 'print', say('print'))}${tool('share', 'share', say('share'), 'address')}<div class="slip" id="address" popover role="dialog" aria-labelledby="address-title"><label id="address-title" for="address-field">${say('address-of-story')}</label><input type="text" id="address-field" value="${address}" readonly dir="ltr" spellcheck="false">${closing(tongue, 'address')}</div><div class="slip" id="citation" popover role="dialog" aria-labelledby="citation-title"><h2 id="citation-title">${say('cite-title')}</h2><p id="citation-text">${citation}</p><ul class="ways"><li><button type="button" class="link scripted" data-does="copy" data-of="citation-text">${say('cite-copy')}</button></li>${downloads}</ul>${closing(tongue, 'citation')}</div><p class="done" role="status" data-said="${say('copied')}"></p></div>`
}

function tool(does: string, drawn: IconName, words: string, opens?: string): Html {
  const target = opens === undefined ? '' : html`popovertarget="${opens}"`
  return html`<button type="button" class="tool ${does}" data-does="${does}" ${target}>${icon(drawn)}<span>${words}</span></button>`
}

function closing({ say }: Tongue, id: string): Html {
  return html`<button type="button" class="close" popovertarget="${id}" popovertargetaction="hide" aria-label="${say('close')}">${icon('close')}</button>`
}
