import { html } from 'hono/html'
import type { Edition, StoryCard } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'

/** Where a story comes from: its publication, its edition, its section, and its language. */
export function originOf(tongue: Tongue, story: StoryCard): Html {
  const locale = tongue.locale.name
  const names = { locale, publication: story.publicationSlug, edition: story.editionSlug }
  const date = tongue.date(story.editionDate)
  const other = tongue.otherLanguage(story.language)
  const section =
    story.section === ''
      ? ''
      : html`<span><bdi ${spokenIn(story.language, story.direction)}>${story.section}</bdi></span>`
  const tag = other === null ? '' : html`<span class="tag">${other}</span>`
  return html`<p class="origin"><a class="masthead" href="${href(addresses.publication, names)}" ${spokenIn(story.publicationLanguage)}>${story.publicationTitle}</a><span class="facts"><span><a href="${href(addresses.edition, names)}"><time datetime="${story.editionDate.toString()}">${tongue.say('edition-of', { date })}</time></a></span>${section}${tag}</span></p>`
}

/** What an edition is called: its date, after its own name where it has one. */
export function editionName(tongue: Tongue, edition: Edition): string {
  const date = tongue.date(edition.date)
  if (edition.name === '') return tongue.say('edition-of', { date })
  return tongue.say('named-edition-of', { name: edition.name, date })
}
