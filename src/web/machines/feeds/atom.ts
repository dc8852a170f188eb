import kiosk from '../../../../package.json' with { type: 'json' }
import { xmlDeclaration, xmlText } from '../xml.ts'
import { type Feed, updatedOf } from './feed.ts'
import type { Told } from './told.ts'

/** The feed as Atom 1.0 (RFC 4287). Its id is its address; a story's id never changes. */
export function atomOf(feed: Feed): string {
  const { title, description, author, language, page, atom, json, mark } = feed
  const lines = [
    element('id', atom),
    element('title', title),
    element('subtitle', description),
    element('updated', updatedOf(feed)),
    `<author>${element('name', author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(atom)}"/>`,
    `<link rel="alternate" type="text/html" hreflang="${xmlText(language)}" href="${xmlText(page)}"/>`,
    `<link rel="alternate" type="application/feed+json" href="${xmlText(json)}"/>`,
    element('icon', mark),
    `<generator version="${xmlText(kiosk.version)}">Kiosk</generator>`,
    ...feed.stories.map((story) => entryOf(story, feed)),
  ]
  const root = `feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(language)}"`
  return `${xmlDeclaration}<${root}>\n${lines.join('\n')}\n</feed>\n`
}

function entryOf(story: Told, { language, topics }: Feed): string {
  const { section, topic, publication } = story
  const lines = [
    element('id', story.id),
    element('title', story.headline),
    ...story.authors.map((name) => `<author>${element('name', name)}</author>`),
    ...story.translators.map((name) => `<contributor>${element('name', name)}</contributor>`),
    element('published', story.published),
    element('updated', story.updated),
    `<link rel="alternate" type="text/html" href="${xmlText(story.link)}"/>`,
    section && `<category term="${xmlText(section)}" label="${xmlText(section)}"/>`,
    topic &&
      `<category xml:lang="${xmlText(language)}" scheme="${xmlText(topics)}" term="${xmlText(topic.name)}" label="${xmlText(topic.label)}"/>`,
    story.standfirst && element('summary', story.standfirst),
    `<content type="html">${xmlText(story.content)}</content>`,
    `<source xml:lang="${xmlText(publication.language)}">${element('title', publication.title)}</source>`,
  ]
  return `<entry xml:lang="${xmlText(story.language)}">\n${lines.filter(Boolean).join('\n')}\n</entry>`
}

const element = (name: string, text: string) => `<${name}>${xmlText(text)}</${name}>`
