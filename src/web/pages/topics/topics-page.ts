import { html } from 'hono/html'
import type { StoryCard, Topic } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { cards } from '../../components/card.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { countOf } from '../front/counts.ts'

interface TopicLine {
  readonly topic: Topic
  readonly count: number
  /** The newest story, or null where there is none. */
  readonly newest: StoryCard | null
}

/** Every topic by name, with how much there is and what is newest; those without a story last. */
export function topicsSheet(tongue: Tongue, lines: readonly TopicLine[]): Sheet {
  const { say, locale, compare } = tongue
  const nameOf = ({ topic }: TopicLine) => say(`topic-${topic}`)
  const sorted = lines.toSorted((a, b) => compare(nameOf(a), nameOf(b)))
  const names = sorted.filter(({ newest }) => newest !== null).map(nameOf)
  const none = sorted.filter(({ newest }) => newest === null).map(nameOf)
  const missing =
    none.length > 0 && html`<p class="how">${say('topics-none', { topics: tongue.list(none) })}</p>`
  return {
    title: say('nav-topics'),
    ...(names.length > 0 && { description: tongue.list(names) }),
    path: href(addresses.topics, { locale: locale.name }),
    kind: 'list',
    subject: { kind: 'list' },
    body: html`<div class="topics"><h1>${say('nav-topics')}</h1><div class="blocks">${sorted.map((line) => topicBlock(tongue, line))}</div>${missing}</div>`,
  }
}

function topicBlock(tongue: Tongue, { topic, count, newest }: TopicLine): Html | '' {
  if (newest === null) return ''
  const link = href(addresses.topic, { locale: tongue.locale.name, topic })
  const stories = countOf(tongue, 'stories', count)
  return html`<section class="block"><h2><a href="${link}">${tongue.say(`topic-${topic}`)}</a></h2><p class="facts"><span>${stories}</span></p>${cards(tongue, [newest], 'newestOnTopic')}</section>`
}
