import { html } from 'hono/html'
import { type Length, type PublicStory, pictureAddress } from '#catalogue'
import type { Direction } from '#ground/language'
import { storyLink } from '../../components/card.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import { textOf } from '../../page.ts'
import { absolute, type Site } from '../site.ts'
import { leadAbroad } from './lead-abroad.ts'

/** A story as a feed tells it: what anyone may read, and no more. */
export interface Told {
  /** The same in every language of the interface, and for as long as the story exists. */
  readonly id: string
  readonly link: string
  readonly headline: string
  readonly standfirst: string
  readonly language: string
  readonly authors: readonly string[]
  readonly translators: readonly string[]
  readonly section: string
  readonly topic: { readonly name: string; readonly label: string } | null
  readonly publication: { readonly title: string; readonly language: string }
  readonly published: string
  readonly updated: string
  readonly content: string
  /** The whole address of its picture, or null. */
  readonly picture: string | null
}

/** Why a story is in a feed: who chose it and why, or a sentence in the feed's own language. */
export type Why =
  | {
      readonly editor: string
      /** Of the reason. */
      readonly language: string
      readonly reason: string
    }
  | { readonly because: string }
  /** What a reader says of it on a list of theirs. */
  | { readonly note: string }

export function toldOf(site: Site, story: PublicStory, why?: Why): Told {
  const { tongue } = site
  const { picture, topic, direction } = story
  const link = absolute(site, storyLink(tongue, story))
  return {
    id: `urn:uuid:${story.id}`,
    link,
    headline: directed(story.headline, direction),
    standfirst: directed(story.standfirst, direction),
    language: story.language,
    authors: story.bylines.length > 0 ? story.bylines : [story.publicationTitle],
    translators: story.translators,
    section: story.section,
    topic: topic && { name: topic, label: tongue.say(`topic-${topic}`) },
    publication: { title: story.publicationTitle, language: story.publicationLanguage },
    published: story.publishedAt.toString(),
    updated: story.changedAt.toString(),
    content: whyOf(site, why) + contentOf(site, story, link),
    picture:
      picture && absolute(site, pictureAddress(picture.digest, picture.widths.at(-1) ?? 0, 'webp')),
  }
}

function whyOf({ tongue }: Site, why: Why | undefined): string {
  if (why === undefined) return ''
  if ('because' in why) {
    const { name, direction } = tongue.locale
    return textOf(html`<p ${spokenIn(name, direction)}>${why.because}</p>`)
  }
  if ('note' in why) return textOf(html`<blockquote dir="auto"><p>${why.note}</p></blockquote>`)
  const label = tongue.say('collection-why', { editor: why.editor })
  const own = spokenIn(tongue.locale.name, tongue.locale.direction)
  return textOf(
    html`<p ${own}>${label}</p><blockquote ${spokenIn(why.language)}><p>${why.reason}</p></blockquote>`,
  )
}

/** The lead in the story's language; where it is from and what is left, in the feed's. */
function contentOf({ tongue }: Site, story: PublicStory, link: string): string {
  const { say, date } = tongue
  const publication = story.publicationTitle
  const from = say('story-from', { publication, date: date(story.editionDate) })
  const speech = spokenIn(story.language, story.direction)
  const own = spokenIn(tongue.locale.name, tongue.locale.direction)
  const lead = leadAbroad(story.lead, link)
  const text = lead && `${textOf(html`<div ${speech}>`)}${lead}</div>`
  const { left } = story
  const onward = left && html`<p ${own}><a href="${link}">${leftIn(tongue, left)}</a></p>`
  return text + textOf(html`<p ${own}>${from}</p>${onward}`)
}

function leftIn({ say }: Tongue, { paragraphs, minutes }: Length): string {
  const time = say('minutes-long', { minutes: Math.max(1, minutes) })
  return say('left', { paragraphs, time })
}

/**
 * A feed cannot say which way a title runs, and readers go by its first letter. A mark that is not
 * seen goes before a title that begins with a word of the other direction.
 */
function directed(text: string, direction: Direction): string {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  const runs = rightToLeft.test(first) ? 'rtl' : 'ltr'
  if (first === '' || runs === direction) return text
  return (direction === 'rtl' ? '\u200F' : '\u200E') + text
}

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
