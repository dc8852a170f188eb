import type { AdmitNeeds, Viewer } from '#access'
import {
  type Block,
  type OpenableCard,
  plainTextOf,
  type StoryCard,
  type StoryReader,
} from '#catalogue'
import { type LeadReader, type OpenRestsNeeds, openRests } from '#reading'
import type { Question } from '#search'
import { type Mark, type Marker, markerOf, type Place, partsFor, partsIn } from './marked.ts'
import { type Looked, lookThrough, type Snippet } from './snippet.ts'

/** A story that was found, with what shows why. */
export interface Hit {
  readonly story: StoryCard
  readonly headline: Snippet
  /** Its standfirst, or a piece of its text where that has more of the question; or null. */
  readonly words: Snippet | null
  /** Its bylines, where one was asked for. */
  readonly byline: Snippet | null
}

/** Signs of a text that are looked through. */
const mostSigns = 30_000

interface Needs extends AdmitNeeds {
  readonly stories: Pick<StoryReader, 'openable'>
  readonly leads: Pick<LeadReader, 'blocksOfEach'>
  readonly rests: OpenRestsNeeds['rests']
}

/** Who looks at the hits, and what they asked. */
export interface Looking {
  readonly viewer: Viewer
  readonly question: Question
}

/**
 * The stories with these ids that are on the stand, in their order. Where something of the question
 * is not seen yet, it may stand in the text: in the lead, or in the rest as far as this viewer may
 * read it. Each is read of all stories at once, the rest only where the lead does not say all.
 */
export async function hitsOf(
  needs: Needs,
  ids: readonly string[],
  { viewer, question }: Looking,
): Promise<readonly Hit[]> {
  if (ids.length === 0) return []
  const cards = await needs.stories.openable(ids)
  const marker = markerOf(question)
  const inText = partsFor(question, 'text')
  const wanted = question.parts.filter(({ excluded }) => !excluded).length
  const seen = ids.flatMap((id) => cards.get(id) ?? []).map((story) => seenAtOnce(story, marker))
  const some = seen.filter(({ parts }) => inText.some((part) => !parts.has(part)))

  const look = (story: StoryCard, blocks: readonly Block[]): Looked => {
    const text = blocks.map(plainTextOf).join('\n').slice(0, mostSigns)
    return lookThrough(text, marker(text, inTextOf(story)), inText.length)
  }
  const leads = await needs.leads.blocksOfEach(some.map(({ story }) => story))
  const looked = new Map(
    some.map(({ story }) => [story.id, look(story, leads.get(story.id) ?? [])]),
  )
  const others = some.map(({ story }) => story).filter(({ id }) => !looked.get(id)?.final)
  for (const [id, rest] of await openRests(needs, others, viewer)) {
    const story = cards.get(id)
    if (story) looked.set(id, look(story, [...(leads.get(id) ?? []), ...rest]))
  }
  return seen.map((one) => hitFrom(one, looked.get(one.story.id), marker, wanted))
}

const inTextOf = ({ language }: StoryCard): { language: string; place: Place } => ({
  language,
  place: 'text',
})

interface Seen {
  readonly story: OpenableCard
  readonly headline: Snippet
  readonly standfirst: Snippet | null
  /** Of the question, what these two say. */
  readonly parts: ReadonlySet<number>
}

function seenAtOnce(story: OpenableCard, marker: Marker): Seen {
  const { language, headline, standfirst } = story
  const marked = (text: string, place: Place): Snippet & { readonly marks: readonly Mark[] } => ({
    text,
    marks: [...marker(text, { language, place })],
  })
  const [one, other] = [marked(headline, 'headline'), marked(standfirst, 'text')]
  return {
    story,
    headline: one,
    standfirst: standfirst === '' ? null : other,
    parts: partsIn([...one.marks, ...other.marks]),
  }
}

function hitFrom(
  { story, headline, standfirst, parts }: Seen,
  looked: Looked | undefined,
  marker: Marker,
  wanted: number,
): Hit {
  const simple = { story, headline, words: standfirst, byline: null }
  if (wanted <= parts.size) return simple
  const text = story.bylines.join(', ')
  const marks = [...marker(text, { language: story.language, place: 'byline' })]
  const adds = looked !== undefined && !looked.parts.isSubsetOf(parts)
  return {
    ...simple,
    words: adds ? looked.piece : standfirst,
    byline: marks.length > 0 ? { text, marks } : null,
  }
}
