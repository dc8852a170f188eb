import type { StoryCard, Topic } from '#catalogue'
import { baseLanguage } from '#ground/language'
import { canLead, isShowable } from '../../components/picture.ts'

export interface Arranged {
  readonly lead: StoryCard | null
  readonly second: readonly StoryCard[]
  readonly topics: readonly TopicGroup[]
  /** What is left in the reader's language: stories on no topic, or on one with too few. */
  readonly others: readonly StoryCard[]
  readonly languages: readonly LanguageGroup[]
}

export interface TopicGroup {
  readonly topic: Topic
  readonly stories: readonly StoryCard[]
}

export interface LanguageGroup {
  /** A base language: "pt" also for "pt-BR". */
  readonly language: string
  readonly stories: readonly StoryCard[]
}

/** Days before the stand's newest edition in which a story may lead, or stand beside the lead. */
const mayLead = 7
const maySecond = 14
const inSecond = 3
/** Beside a lead with a picture, so many fill the column when none of them has one. */
const inSecondWithoutPicture = 5
const inGroup = 4
/** As tall as a group of which the first has a picture. */
const inGroupWithoutPicture = 5
/** Fewer would leave a hole beside other groups. */
const leastInTopic = 3
const leastWithoutPicture = 4
const mostTopics = 6
const mostOthers = 12
const mostLanguages = 6
/** Stories of all languages together that a page has room for, if that is more than a group has. */
const roomForLanguages = 12

/**
 * Arranges stories as an editor would with nothing else to go by than their order and their day.
 * What is in the reader's language comes before what is not, and what is new before what is old.
 * No story is shown twice.
 * @param stories the newest of the stand, each edition in page order; none twice
 * @param language of the page
 */
export function arrange(
  stories: readonly StoryCard[],
  language: string,
  today: Temporal.PlainDate,
): Arranged {
  const isOwn = (story: StoryCard) => baseLanguage(story.language) === baseLanguage(language)
  const newest = stories.toSorted(byDay)
  const own = newest.filter(isOwn)
  const newestDay = earlierOf(today, newest[0]?.editionDate)
  const within =
    (days: number) =>
    ({ editionDate }: StoryCard) =>
      Temporal.PlainDate.compare(editionDate, newestDay.subtract({ days })) >= 0

  const fresh = own.filter(within(mayLead))
  const lead = leadOf(fresh.length > 0 ? fresh : newest)
  const foreign = newest.filter((story) => !isOwn(story))
  const inOrder = [eachOnceFirst(own.filter(within(maySecond)), lead), eachOnceFirst(foreign, lead)]
  const ranked = new Set([...inOrder.flat(), ...own])
  const second = secondRank(
    [...ranked].filter((story) => story !== lead),
    lead,
  )

  const left = new Set(newest)
  for (const shown of [lead, ...second]) if (shown !== null) left.delete(shown)
  const topics = topicGroups([...left], isOwn)
  for (const { stories: inside } of topics) for (const shown of inside) left.delete(shown)

  const others = [...left].filter(isOwn).slice(0, mostOthers)
  const languages = languageGroups([...left].filter((story) => !isOwn(story)))
  return { lead, second, topics, others, languages }
}

/** Sorting keeps the order of stories of one day. */
const byDay = (one: StoryCard, other: StoryCard) =>
  Temporal.PlainDate.compare(other.editionDate, one.editionDate)

function earlierOf(one: Temporal.PlainDate, other = one): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? one : other
}

function leadOf(candidates: readonly StoryCard[]): StoryCard | null {
  const weigh = ({ picture, standfirst }: StoryCard) =>
    (canLead(picture) ? 2 : 0) + (standfirst === '' ? 0 : 1)
  return candidates.toSorted((a, b) => weigh(b) - weigh(a))[0] ?? null
}

function secondRank(ranked: readonly StoryCard[], lead: StoryCard | null): readonly StoryCard[] {
  const first = ranked.slice(0, inSecond)
  const needsMore = canLead(lead?.picture ?? null) && !first.some((one) => isShowable(one.picture))
  if (!needsMore) return first
  const more = ranked.slice(inSecond).filter((one) => !isShowable(one.picture))
  return [...first, ...more].slice(0, inSecondWithoutPicture)
}

/** Every publication once before any comes twice, the lead's own last. */
function eachOnceFirst(
  stories: readonly StoryCard[],
  lead: StoryCard | null,
): readonly StoryCard[] {
  const seen = new Map([[lead?.publicationSlug, 1]])
  const ranked = stories
    .filter((story) => story !== lead)
    .map((story) => {
      const rank = seen.get(story.publicationSlug) ?? 0
      seen.set(story.publicationSlug, rank + 1)
      return { story, rank }
    })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ story }) => story)
}

/**
 * Topics with enough stories; those with something in the reader's language come first, and
 * in each of them that comes first. Where there are more than three, whole rows of three.
 */
function topicGroups(
  stories: readonly StoryCard[],
  isOwn: (story: StoryCard) => boolean,
): readonly TopicGroup[] {
  const groups = [...Map.groupBy(stories, ({ topic }) => topic)].flatMap(([topic, inside]) => {
    if (topic === null) return []
    const own = openedByPicture(inside.filter(isOwn))
    const foreign = inside.filter((story) => !isOwn(story))
    const shown = own.length > 0 ? [...own, ...foreign] : openedByPicture(foreign)
    const pictured = isShowable(shown[0]?.picture ?? null)
    const most = pictured ? inGroup : inGroupWithoutPicture
    if (shown.length < (pictured ? leastInTopic : leastWithoutPicture)) return []
    return [{ topic, own: own.length > 0, stories: shown.slice(0, most) }]
  })
  const sorted = groups.sort((a, b) => Number(b.own) - Number(a.own))
  const fitting = sorted.length > 3 ? sorted.length - (sorted.length % 3) : sorted.length
  return sorted.slice(0, Math.min(mostTopics, fitting))
}

/** The fewer languages there are, the more stories each has room for. */
function languageGroups(foreign: readonly StoryCard[]): readonly LanguageGroup[] {
  const groups = [...Map.groupBy(foreign, (story) => baseLanguage(story.language))]
  const most = Math.max(inGroup, Math.floor(roomForLanguages / groups.length))
  return groups
    .slice(0, mostLanguages)
    .map(([language, inside]) => ({ language, stories: openedByPicture(inside).slice(0, most) }))
}

/** The newest that has a picture first, if that is one of the first few. */
function openedByPicture(stories: readonly StoryCard[]): readonly StoryCard[] {
  const opener = stories.slice(0, inGroup).find(({ picture }) => canLead(picture))
  return opener === undefined ? stories : [opener, ...stories.filter((one) => one !== opener)]
}
