import { html } from 'hono/html'
import type { EditionCard, StoryCard } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { type CardPlace, card, cards, marksOpenIn } from '../../components/card.ts'
import { copyOf } from '../../components/cover.ts'
import { feedLink } from '../../components/feed-link.ts'
import { languageTitle } from '../../components/language-title.ts'
import { isShowable } from '../../components/picture.ts'
import { coverAddress } from '../../components/typeset-address.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { arrange, type LanguageGroup, type TopicGroup } from './arrange.ts'
import { collectionsOf, type FrontCollection } from './collections.ts'
import { countOf } from './counts.ts'
import { type Manner, topOf, why } from './top.ts'

interface FrontPage {
  readonly today: Temporal.PlainDate
  readonly count: { readonly publications: number; readonly stories: number }
  /** The newest edition of the publications that came out last. */
  readonly shelf: readonly EditionCard[]
  /** What editors chose for readers of this page. */
  readonly collections: readonly FrontCollection[]
  /** The newest stories of the stand that no collection above shows. */
  readonly stories: readonly StoryCard[]
  readonly stand: string
}

export function frontSheet(tongue: Tongue, page: FrontPage): Sheet {
  const { today, count, stories, stand } = page
  const { locale } = tongue
  const arranged = arrange(stories, locale.tag, today)
  const manner = { tongue, today, marksOpen: marksOpenIn(stories) }
  const publications = countOf(tongue, 'publications', count.publications)
  const counts = [publications, countOf(tongue, 'stories', count.stories)]
  return {
    title: stand,
    description: tongue.list(counts),
    path: href(addresses.front, { locale: locale.name }),
    kind: 'front',
    subject: { kind: 'stand' },
    ...(page.shelf[0] && { picture: coverAddress(page.shelf[0]) }),
    ...(arranged.lead && { language: arranged.lead.language }),
    body: html`<div class="day"><h1 class="today"><time datetime="${today.toString()}">${tongue.dayAndDate(today)}</time></h1><p class="facts counts">${counts.map((one) => html`<span>${one}</span>`)}</p></div>${topOf(manner, arranged)}${collectionsOf(manner, page.collections)}${shelfOf(tongue, page.shelf)}${topicsOf(manner, arranged.topics)}${othersOf(manner, arranged.others)}${languagesOf(manner, arranged.languages)}${howOf(tongue, page.collections.length > 0)}${feedLink(tongue, { kind: 'stand' })}`,
  }
}

/** How the page is made, in short, and where that is said at length. */
function howOf({ say, locale }: Tongue, hasCollections: boolean): Html {
  const chosen = hasCollections ? `${say('front-chosen')} ` : ''
  const about = href(addresses.about, { locale: locale.name })
  return html`<p class="how">${say('front-how')} ${chosen}<a href="${about}">${say('front-more')}</a></p>`
}

function shelfOf(tongue: Tongue, shelf: readonly EditionCard[]): Html {
  const { say, locale } = tongue
  const all = href(addresses.publications, { locale: locale.name })
  const few = shelf.length < 4 ? ' few' : ''
  return html`<section class="copies"><div class="head"><h2>${say('new-editions')}</h2>${why(say('why-editions'))}<a href="${all}">${say('all-publications')}</a></div><ul class="shelf${few}">${shelf.map((copy) => copyOf(tongue, copy))}</ul></section>`
}

function topicsOf(manner: Manner, groups: readonly TopicGroup[]): Html | '' {
  if (groups.length === 0) return ''
  const { say, locale } = manner.tongue
  const parts = groups.map(({ topic, stories }, at) => {
    const opener = at < openedAtLarge ? 'opener' : 'smallOpener'
    const link = href(addresses.topic, { locale: locale.name, topic })
    return html`<section class="block"><h2><a href="${link}">${say(`topic-${topic}`)}</a></h2>${blockOf(manner, stories, [opener, 'told', 'river'])}</section>`
  })
  const all = html`<p class="onward"><a href="${href(addresses.topics, { locale: locale.name })}">${say('all-topics')}</a></p>`
  return html`${why(say('why-topics'))}<div class="blocks">${parts}</div>${all}`
}

/** On a narrow screen the pictures of the topics after these are small, as front.css has it. */
const openedAtLarge = 3
/** Where the first story has no picture, so many have their standfirst: about as tall. */
const toldWithoutPicture = 3

/** A first story with its picture and standfirst, then headlines. */
function blockOf(
  { tongue, ...around }: Manner,
  stories: readonly StoryCard[],
  [first, told, then]: readonly [CardPlace, CardPlace, CardPlace],
): Html {
  const atLength = isShowable(stories[0]?.picture ?? null) ? 1 : toldWithoutPicture
  const placeOf = (at: number) => (at === 0 ? first : at < atLength ? told : then)
  const drawn = stories.map((story, at) => card(tongue, story, placeOf(at), around))
  return html`<ul class="cards">${drawn}</ul>`
}

function othersOf({ tongue, ...around }: Manner, stories: readonly StoryCard[]): Html | '' {
  if (stories.length === 0) return ''
  return html`<section class="others"><h2>${tongue.say('new-stories')}</h2>${why(tongue.say('why-others'))}${cards(tongue, stories, 'river', around)}</section>`
}

function languagesOf(manner: Manner, groups: readonly LanguageGroup[]): Html | '' {
  if (groups.length === 0) return ''
  const { say } = manner.tongue
  const parts = groups.map(
    ({ language, stories }) =>
      html`<section class="block"><h3>${languageTitle(manner.tongue, language)}</h3>${blockOf(manner, stories, ['group', 'toldInGroup', 'inGroup'])}</section>`,
  )
  return html`<section class="tongues"><h2>${say('other-languages')}</h2>${why(say('why-languages'))}<div class="blocks">${parts}</div></section>`
}
