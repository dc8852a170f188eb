import { html } from 'hono/html'
import type { Door, Edition, StoryCard } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { MessageKey } from '../../languages/say.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import { sectionAnchor } from '../edition/sections.ts'

/** Where a story comes from and what it asks: publication, edition, section, topic, door, language. */
export function originOf(tongue: Tongue, story: StoryCard): Html {
  const { say, locale } = tongue
  const names = {
    locale: locale.name,
    publication: story.publicationSlug,
    edition: story.editionSlug,
  }
  const edition = href(addresses.edition, names)
  const date = tongue.date(story.editionDate)
  const dated = html`<a href="${edition}"><time datetime="${story.editionDate.toString()}">${say('edition-of', { date })}</time></a>`
  const section =
    story.section !== '' &&
    html`<a href="${edition}#${sectionAnchor(story.section)}" ${spokenIn(story.language, story.direction)}>${story.section}</a>`
  const topic =
    story.topic !== null &&
    html`<a href="${href(addresses.topic, { locale: locale.name, topic: story.topic })}">${say(`topic-${story.topic}`)}</a>`
  const facts = [dated, section, topic, say(doors[story.door])].filter((fact) => fact !== false)
  const other = tongue.otherLanguage(story.language)
  const tag = other === null ? '' : html`<span class="tag">${other}</span>`
  return html`<div class="origin"><p><a class="masthead" href="${href(addresses.publication, names)}" ${spokenIn(story.publicationLanguage)}>${story.publicationTitle}</a></p><p class="facts">${facts.map((fact) => html`<span><bdi>${fact}</bdi></span>`)}${tag}</p></div>`
}

/** What a story asks of its reader, said in passing. */
const doors = {
  open: 'open-to-all',
  metered: 'door-metered',
  plan: 'door-plan',
} as const satisfies Record<Door, MessageKey>

/** What an edition is called: its date, after its own name where it has one. */
export function editionName(tongue: Tongue, edition: Edition): string {
  const date = tongue.date(edition.date)
  if (edition.name === '') return tongue.say('edition-of', { date })
  return tongue.say('named-edition-of', { name: edition.name, date })
}
