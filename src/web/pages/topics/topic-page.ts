import { html } from 'hono/html'
import type { EditionCard, StoryCard, Topic } from '#catalogue'
import { baseLanguage } from '#ground/language'
import { addresses, href } from '../../addresses.ts'
import { card, marksOpenIn } from '../../components/card.ts'
import { copyOf } from '../../components/cover.ts'
import { feedLink } from '../../components/feed-link.ts'
import { followOne } from '../../components/keeping.ts'
import { languageTitle } from '../../components/language-title.ts'
import type { Savable } from '../../components/savable.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { countOf } from '../front/counts.ts'
import { topicThing } from '../mine/things.ts'
import { addressOf } from '../publications/address-of.ts'
import { questionFrom, withChoice } from '../publications/question.ts'

interface TopicPage {
  readonly topic: Topic
  /** Stories on it on the whole stand. */
  readonly count: number
  /** The newest of them, newest first. */
  readonly stories: readonly StoryCard[]
  /** Publications that are about it, each with its newest edition. */
  readonly shelf: readonly EditionCard[]
  /** How many there are; the shelf shows the first few. */
  readonly publications: number
  readonly keep: Savable | null
}

export function topicSheet(tongue: Tongue, page: TopicPage): Sheet {
  const { topic, count, stories } = page
  const { say, locale } = tongue
  const title = say(`topic-${topic}`)
  const all = href(addresses.topics, { locale: locale.name })
  const path = href(addresses.topic, { locale: locale.name, topic })
  const counted =
    count > 0 && html`<p class="facts"><span>${countOf(tongue, 'stories', count)}</span></p>`
  return {
    title,
    ...(count > 0 && { description: countOf(tongue, 'stories', count) }),
    path,
    kind: 'list',
    ...(page.keep && { styles: 'saving.css' }),
    subject: { kind: 'topic', topic },
    body: html`<div class="topic-page"><header><p class="up"><a href="${all}">${say('all-topics')}</a></p><h1>${title}</h1>${counted}</header>${followOne(tongue, topicThing(tongue, topic), path)}${stories.length === 0 ? html`<p class="kind">${say('topic-empty')}</p>` : byLanguage(tongue, page)}${shelfOf(tongue, page)}${feedLink(tongue, { kind: 'topic', topic })}</div>`,
  }
}

/** What the reader's language has comes first; then one group a language, the newest first. */
function byLanguage(tongue: Tongue, { stories, keep }: TopicPage): Html {
  const around = { marksOpen: marksOpenIn(stories), keep }
  const groups = [...Map.groupBy(stories, ({ language }) => baseLanguage(language))]
  const isOwn = (language: string) => tongue.otherLanguage(language) === null
  const sorted = groups.sort(([a], [b]) => Number(isOwn(b)) - Number(isOwn(a)))
  return html`${sorted.map(([language, inside]) => {
    const drawn = inside.map((story) => card(tongue, story, 'topic', around))
    return html`<section class="of-language"><h2>${languageTitle(tongue, language)}</h2><ul class="cards abreast">${drawn}</ul></section>`
  })}`
}

function shelfOf(tongue: Tongue, { topic, shelf, publications }: TopicPage): Html | '' {
  if (shelf.length === 0) return ''
  const few = shelf.length < 4 ? ' few' : ''
  const question = withChoice(questionFrom(''), 'topic', topic)
  const link = html`<a href="${addressOf(tongue, question)}">${countOf(tongue, 'publications', publications)}</a>`
  const all = publications > shelf.length ? link : ''
  return html`<section class="copies"><div class="head"><h2>${tongue.say('topic-publications')}</h2>${all}</div><ul class="shelf${few}">${shelf.map((copy) => copyOf(tongue, copy))}</ul></section>`
}
