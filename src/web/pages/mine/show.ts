import { returnPathIn } from '#accounts'
import type { EditionCard, StoryCard, Topic } from '#catalogue'
import { type KeptInterest, mostInterests } from '#reading'
import { addresses } from '../../addresses.ts'
import type { Tongue } from '../../languages/tongue.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { dayOf } from '../plans/day-of.ts'
import { deeds } from './change.ts'
import { newestFor } from './newest.ts'
import { type MinePage, mineSheet, type Suggestions } from './page.ts'
import { strangerSheet } from './stranger.ts'
import { thingNamed, thingsOf } from './things.ts'

const mostStories = 48
const mostBegun = 4

/** What a reader follows, as one page; a stranger is told what it would be. */
export function showMine(needs: PageNeeds): Page {
  return page(addresses.mine, async (c) => {
    const tongue = c.get('tongue')
    const reader = c.get('reader')?.reader ?? null
    if (reader === null) return sendPage(c, needs.lay(tongue, strangerSheet(tongue, 'mine')))
    const kept = await needs.theirs.interests.of(reader.id)
    const question = new URL(c.req.url).searchParams
    const [newest, begun, told, made] = await Promise.all([
      newestFor(needs, tongue, { readerId: reader.id, most: mostStories }),
      begunBy(needs, reader.id),
      toldOf(needs, tongue, kept, question),
      needs.theirs.feeds.madeAt(reader.id),
    ])
    const things = await thingsOf(needs, tongue, kept)
    const of = (wish: KeptInterest['wish']) =>
      things.filter(({ interest }) => interest.wish === wish).map(({ thing }) => thing)
    const ids = newest.map(({ story }) => story.id)
    const followed = of('follow')
    const shown: MinePage = {
      ...{ newest, begun, told, followed, muted: of('mute') },
      saved: await needs.theirs.saved.among(reader.id, ids),
      suggestions: followed.length === 0 ? await suggestionsFor(needs, tongue, kept) : null,
      feed: { made: made && dayOf(needs, made), isEnded: question.get('feed') === 'ended' },
      today: dayOf(needs, needs.clock()),
    }
    return sendPage(c, needs.lay(tongue, mineSheet(tongue, shown)))
  })
}

async function begunBy(
  { theirs, stories }: PageNeeds,
  readerId: string,
): Promise<readonly { readonly story: StoryCard; readonly share: number }[]> {
  const begun = await theirs.begun.of(readerId, mostBegun)
  const cards = await stories.byIds(begun.map(({ storyId }) => storyId))
  return begun.flatMap(({ storyId, share }) => {
    const story = cards.get(storyId)
    return story === undefined ? [] : { story, share }
  })
}

/** How it stands with the one thing that the address asks about, after a button without a script. */
async function toldOf(
  needs: PageNeeds,
  tongue: Tongue,
  kept: readonly KeptInterest[],
  question: URLSearchParams,
): Promise<MinePage['told']> {
  const deed = deeds.find((one) => question.has(one))
  if (deed === undefined) return null
  const found = await thingNamed(needs, tongue, question.get(deed) ?? '')
  if (found === null) return null
  const { kind, subject } = found.interest
  const wish = kept.find((one) => one.kind === kind && one.subject === subject)?.wish ?? null
  const back = returnPathIn(question.get('return') ?? '')
  return { thing: found.thing, wish, back, isFull: wish === null && kept.length >= mostInterests }
}

const mostSuggested = 6
const mostTopics = 10
const lookedAt = 60

/** For whoever follows nothing yet: what came out last in their language, and what is written about most. */
async function suggestionsFor(
  { editions, stories }: PageNeeds,
  tongue: Tongue,
  kept: readonly KeptInterest[],
): Promise<Suggestions> {
  const [newest, counts] = await Promise.all([editions.newest(lookedAt), stories.topics()])
  const muted = new Set(kept.map(({ subject }) => subject))
  const foreign = ({ publication }: EditionCard) =>
    Number(tongue.otherLanguage(publication.language) !== null)
  const publications = newest
    .filter(({ edition }) => !muted.has(edition.publicationId))
    .toSorted((a, b) => foreign(a) - foreign(b))
    .slice(0, mostSuggested)
  const topics: Topic[] = [...counts]
    .filter(([topic]) => !muted.has(topic))
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostTopics)
    .map(([topic]) => topic)
  return { publications, topics }
}
