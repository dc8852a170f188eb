import { html } from 'hono/html'
import type { Tongue } from '../languages/tongue.ts'
import type { Html } from '../page.ts'
import { icon } from './icon.ts'

/** Closes a slip of paper, which the browser then gives its focus back from. @param id of the slip */
export function closing({ say }: Tongue, id: string): Html {
  return html`<button type="button" class="close" popovertarget="${id}" popovertargetaction="hide" aria-label="${say('close')}">${icon('close')}</button>`
}
