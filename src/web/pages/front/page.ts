import { html } from 'hono/html'
import type { EditionCard, StoryCard } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { type CardPlace, card, cards, marksOpenIn } from '../../components/card.ts'
import { copyOf } from '../../components/cover.ts'
import { feedLink } from '../../components/feed-link.ts'
import { languageTitle } from '../../components/language-title.ts'
import { isShowable } from '../../components/picture.ts'
import type { Savable } from '../../components/savable.ts'
import { coverAddress } from '../../components/typeset-address.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import type { Followed } from '../mine/newest.ts'
import { arrange, type LanguageGroup, type TopicGroup } from './arrange.ts'
import { collectionsOf, type FrontCollection } from './collections.ts'
import { countOf } from './counts.ts'
import { followedOf } from './followed.ts'
import { aroundIn, type Manner, topOf } from './top.ts'
import { type Part, why, whyTold } from './why.ts'

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
  /** What is new in what a reader follows; null for everybody else. */
  readonly followed: readonly Followed[] | null
  /** Something is not on it because its reader muted it. */
  readonly leavesOut: boolean
  readonly keep: Savable | null
}

export function frontSheet(tongue: Tongue, page: FrontPage): Sheet {
  const { today, count, stories, stand, keep } = page
  const { locale } = tongue
  const { followed, arranged } = apart(page, locale.tag)
  const manner = { tongue, today, marksOpen: marksOpenIn(stories), keep }
  const publications = countOf(tongue, 'publications', count.publications)
  const counts = [publications, countOf(tongue, 'stories', count.stories)]
  return {
    title: stand,
    description: tongue.list(counts),
    path: href(addresses.front, { locale: locale.name }),
    kind: 'front',
    ...(keep && { styles: 'saving.css' }),
    subject: { kind: 'stand' },
    ...(page.shelf[0] && { picture: coverAddress(page.shelf[0]) }),
    ...(arranged.lead && { language: arranged.lead.language }),
    body: html`<div class="day"><h1 class="today"><time datetime="${today.toString()}">${tongue.dayAndDate(today)}</time></h1><p class="facts counts">${counts.map((one) => html`<span>${one}</span>`)}</p></div>${topOf(manner, arranged)}${followed && followedOf(manner, followed)}${collectionsOf(manner, page.collections)}${shelfOf(tongue, page.shelf)}${topicsOf(manner, arranged.topics)}${othersOf(manner, arranged.others)}${languagesOf(manner, arranged.languages)}${howOf(tongue, { ...page, followed })}${feedLink(tongue, { kind: 'stand' })}`,
  }
}

const mostFollowed = 6

/** No story is shown twice: the top is the same for everybody, and the rest follows what is theirs. */
function apart({ stories, followed, today }: FrontPage, language: string) {
  const arranged = arrange(stories, language, today)
  if (followed === null || followed.length === 0) return { followed, arranged }
  const top = new Set([arranged.lead, ...arranged.second].map((one) => one?.id))
  const shown = followed.filter(({ story }) => !top.has(story.id)).slice(0, mostFollowed)
  const own = new Set(shown.map(({ story }) => story.id))
  const others = stories.filter(({ id }) => !own.has(id))
  return { followed: shown, arranged: arrange(others, language, today) }
}

/** How the page is made, in short, and where that is said at length. */
function howOf({ say, locale }: Tongue, page: FrontPage): Html {
  const { collections, followed, leavesOut } = page
  const hasOwn = followed !== null && followed.length > 0
  const words = [
    say('front-how'),
    collections.length > 0 && say('front-chosen'),
    hasOwn && say('front-yours'),
    leavesOut && say('front-muted'),
    !hasOwn && !leavesOut && say('front-same'),
  ]
  const about = href(addresses.about, { locale: locale.name })
  return html`<p class="how">${words.map((sentence) => sentence && `${sentence} `)}<a href="${about}">${say('front-more')}</a></p>`
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
    return html`<section class="block"><h2><a href="${link}">${say(`topic-${topic}`)}</a></h2>${blockOf(manner, 'topics', stories, [opener, 'told', 'river'])}</section>`
  })
  const all = html`<p class="onward"><a href="${href(addresses.topics, { locale: locale.name })}">${say('all-topics')}</a></p>`
  return html`${whyTold(manner.tongue, 'topics')}<div class="blocks">${parts}</div>${all}`
}

/** On a narrow screen the pictures of the topics after these are small, as front.css has it. */
const openedAtLarge = 3
/** Where the first story has no picture, so many have their standfirst: about as tall. */
const toldWithoutPicture = 3

/** A first story with its picture and standfirst, then headlines. */
function blockOf(
  manner: Manner,
  part: Part,
  stories: readonly StoryCard[],
  [first, told, then]: readonly [CardPlace, CardPlace, CardPlace],
): Html {
  const atLength = isShowable(stories[0]?.picture ?? null) ? 1 : toldWithoutPicture
  const placeOf = (at: number) => (at === 0 ? first : at < atLength ? told : then)
  const around = aroundIn(manner, part)
  const drawn = stories.map((story, at) => card(manner.tongue, story, placeOf(at), around))
  return html`<ul class="cards">${drawn}</ul>`
}

function othersOf(manner: Manner, stories: readonly StoryCard[]): Html | '' {
  if (stories.length === 0) return ''
  const { tongue } = manner
  return html`<section class="others"><h2>${tongue.say('new-stories')}</h2>${whyTold(tongue, 'others')}${cards(tongue, stories, 'river', aroundIn(manner, 'others'))}</section>`
}

function languagesOf(manner: Manner, groups: readonly LanguageGroup[]): Html | '' {
  if (groups.length === 0) return ''
  const { say } = manner.tongue
  const parts = groups.map(
    ({ language, stories }) =>
      html`<section class="block"><h3>${languageTitle(manner.tongue, language)}</h3>${blockOf(manner, 'languages', stories, ['group', 'toldInGroup', 'inGroup'])}</section>`,
  )
  return html`<section class="tongues"><h2>${say('other-languages')}</h2>${whyTold(manner.tongue, 'languages')}<div class="blocks">${parts}</div></section>`
}
