import { html } from 'hono/html'
import type { PublicStory } from '#catalogue'
import { storyLink } from '../../../components/card.ts'
import { spokenIn } from '../../../components/spoken.ts'
import type { Tongue } from '../../../languages/tongue.ts'
import type { Sheet } from '../../../layout.ts'

/** The story is there, and cannot be had in this language. */
export function noTranslationSheet(tongue: Tongue, story: PublicStory, language: string): Sheet {
  const { say } = tongue
  const title = say('no-translation', { language: tongue.languageWithin(language) })
  const headline = html`<p><a href="${storyLink(tongue, story)}" hreflang="${story.language}" ${spokenIn(story.language, story.direction)}>${story.headline}</a></p>`
  const original = html`<p class="ways"><a class="button" href="${storyLink(tongue, story)}">${say('read-original')}</a></p>`
  const body = html`<div class="notice"><h1>${title}</h1><p>${say('no-translation-text')}</p>${headline}${original}</div>`
  return { title, path: null, kind: 'notice', body }
}
