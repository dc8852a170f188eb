import { html } from 'hono/html'
import type { StoryCard } from '#catalogue'
import { addresses, href } from '../addresses.ts'
import type { Tongue } from '../languages/tongue.ts'
import type { Html } from '../page.ts'
import { isShowable, pictureBeside } from './picture.ts'
import { type Savable, withSave } from './savable.ts'
import { spokenIn } from './spoken.ts'

/** What a card says in one place, beyond its headline and how long it takes to read. */
interface Saying {
  readonly publication?: true
  readonly section?: true
  /** Its day: always, or only where it is not the day of the page. */
  readonly day?: 'always' | 'unless-today'
  /** Under the name of its language, which it need not say again. */
  readonly underLanguage?: true
  /** Whether a translation is said to be one: where there is room. */
  readonly original?: true
  /** Without standfirst and picture. */
  readonly brief?: true
  /** Without its picture. */
  readonly told?: true
  /** How wide its picture is shown: a `sizes` attribute. */
  readonly sizes?: string
  /** One level deeper, under a title that is itself under one. */
  readonly deep?: true
}

const inThumb = '7rem'
const above = '(min-width: 60rem) 22rem, (min-width: 40rem) 46vw, 100vw'
const aboveOrInThumb = '(min-width: 60rem) 22rem, (min-width: 40rem) 46vw, 7rem'

/** Where a card stands decides what it has to say: under a section's name it need not name it. */
const places = {
  edition: { section: true, original: true },
  section: { original: true },
  publication: { section: true, day: 'always', original: true },
  contentsAtLength: { deep: true, original: true },
  contents: { brief: true, deep: true, original: true },
  topic: { publication: true, day: 'always', original: true, underLanguage: true },
  found: { publication: true, section: true, day: 'always', original: true },
  newestOnTopic: { publication: true, day: 'always', brief: true },
  front: { publication: true, section: true, day: 'unless-today', sizes: above },
  opener: { publication: true, day: 'unless-today', sizes: above },
  smallOpener: { publication: true, day: 'unless-today', sizes: aboveOrInThumb },
  told: { publication: true, day: 'unless-today', told: true },
  mine: { publication: true, day: 'always', original: true },
  opened: { publication: true, day: 'always', brief: true },
  river: { publication: true, day: 'unless-today', brief: true },
  group: {
    ...{ publication: true, day: 'unless-today', sizes: aboveOrInThumb, deep: true },
    underLanguage: true,
  },
  toldInGroup: {
    ...{ publication: true, day: 'unless-today', told: true, deep: true },
    underLanguage: true,
  },
  inGroup: {
    ...{ publication: true, day: 'unless-today', brief: true, deep: true },
    underLanguage: true,
  },
} as const satisfies Record<string, Saying>

export type CardPlace = keyof typeof places

/** What the page around a card knows. */
export interface Around {
  /** The day that the page says it is. */
  readonly today?: Temporal.PlainDate
  /** Whether to say which stories are open to all: where others beside them are not. */
  readonly marksOpen?: boolean
  /** A way to see why it is here, at the end of its facts. */
  readonly why?: Html
  /** What its reader saved, on a page that is made for one. */
  readonly keep?: Savable | null
  /** What can be done with it here, under all else. */
  readonly beside?: Html
}

export function storyLink(tongue: Tongue, story: StoryCard): string {
  return href(addresses.story, {
    locale: tongue.locale.name,
    publication: story.publicationSlug,
    edition: story.editionSlug,
    story: story.slug,
  })
}

/** A word about doors helps only where some are open and some are not. */
export function marksOpenIn(stories: readonly StoryCard[]): boolean {
  return new Set(stories.map(({ door }) => door === 'open')).size === 2
}

/** A story in a list. */
export function card(
  tongue: Tongue,
  story: StoryCard,
  place: CardPlace,
  around: Around = {},
): Html {
  const { brief, told, sizes = inThumb, deep }: Saying = places[place]
  const speech = spokenIn(story.language, story.direction)
  const level = deep === true ? 'h4' : 'h3'
  const standfirst =
    story.standfirst === '' || brief
      ? ''
      : html`<p class="standfirst" ${speech}>${story.standfirst}</p>`
  const picture =
    brief || told || !isShowable(story.picture)
      ? ''
      : html`<div class="thumb">${pictureBeside(story.picture, { sizes })}</div>`
  return html`<li class="card"><div class="words"><${level} class="headline" ${speech}><a href="${storyLink(tongue, story)}">${story.headline}</a></${level}>${standfirst}${footOf(tongue, story, place, around)}${around.beside}</div>${picture}</li>`
}

/** Stories as a list of cards, in which those that are open are marked if others are not. */
export function cards(
  tongue: Tongue,
  stories: readonly StoryCard[],
  place: CardPlace,
  around: Around = {},
): Html {
  const here = { marksOpen: marksOpenIn(stories), ...around }
  return html`<ul class="cards">${stories.map((story) => card(tongue, story, place, here))}</ul>`
}

/** The small line under a headline, and at its other end the ways to keep the story. */
export const footOf = (tongue: Tongue, story: StoryCard, place: CardPlace, around: Around): Html =>
  withSave(tongue, story, factsOf(tongue, story, place, around), around.keep)

/**
 * The small line under a headline: where it is from, when, and how long it takes. Every fact stands
 * apart, so that names of either direction keep their order.
 */
export function factsOf(
  tongue: Tongue,
  story: StoryCard,
  place: CardPlace,
  around: Around = {},
): Html {
  const { say, otherLanguage, language } = tongue
  const saying: Saying = places[place]
  const facts: (Html | string)[] = []
  if (saying.publication) facts.push(publicationFact(tongue, story))
  if (saying.day) facts.push(...dayFact(tongue, story.editionDate, saying.day, around))
  if (saying.section && story.section !== '') {
    facts.push(html`<bdi ${spokenIn(story.language, story.direction)}>${story.section}</bdi>`)
  }
  facts.push(say('minutes', { minutes: story.minutes }))
  if (around.marksOpen && story.door === 'open') facts.push(say('open-to-all'))
  if (saying.original && story.translatedFrom !== null) {
    facts.push(say('translated-from', { language: language(story.translatedFrom) }))
  }
  const unexpected = saying.underLanguage
    ? false
    : saying.publication || story.language !== story.publicationLanguage
  const other = unexpected ? otherLanguage(story.language) : null
  const tag = other === null ? '' : html`<span class="tag">${other}</span>`
  const last = facts.length - 1
  const drawn = facts.map(
    (fact, at) => html`<span><bdi>${fact}</bdi>${at === last && around.why}</span>`,
  )
  return html`<p class="facts">${drawn}${tag}</p>`
}

function publicationFact(tongue: Tongue, story: StoryCard): Html {
  const { publicationSlug: publication, publicationTitle, publicationLanguage } = story
  const link = href(addresses.publication, { locale: tongue.locale.name, publication })
  return html`<a class="from" href="${link}" ${spokenIn(publicationLanguage)}>${publicationTitle}</a>`
}

function dayFact(
  tongue: Tongue,
  date: Temporal.PlainDate,
  when: NonNullable<Saying['day']>,
  { today }: Around,
): readonly Html[] {
  if (when === 'unless-today' && today?.equals(date)) return []
  const written = today?.year === date.year ? tongue.shortDate(date) : tongue.briefDate(date)
  return [html`<time datetime="${date.toString()}">${written}</time>`]
}
