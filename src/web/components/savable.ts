import { html } from 'hono/html'
import type { StoryCard } from '#catalogue'
import type { Tongue } from '../languages/tongue.ts'
import type { Html } from '../page.ts'
import { keeping, listLink, saveButton } from './keeping.ts'

/** What a page that is made for one reader knows of the stories on it. */
export interface Savable {
  /** The ids of those that the reader has saved. */
  readonly saved: ReadonlySet<string>
  /** The path of the page, to which saving leads back. */
  readonly at: string
  /** The bookmark alone, where cards stand close together. */
  readonly brief?: true
}

/** Facts of a story with a bookmark at their other end; on a page that is the same for all, without. */
export function withSave(
  tongue: Tongue,
  story: StoryCard,
  facts: Html,
  keep: Savable | null = null,
): Html {
  if (keep === null) return facts
  const { saved, at, brief } = keep
  const list = !brief && listLink(tongue, story, at, { named: true })
  const save = saveButton(tongue, story, { isOn: saved.has(story.id), named: true })
  return html`<div class="with-save">${facts}${keeping(tongue, 'story', at, html`${list}${save}`)}</div>`
}
