import type { Viewer } from '#access'
import { plainTextOf, type StoryCard } from '#catalogue'
import { type OpenTextNeeds, openText } from '#reading'
import type { Question } from '#search'
import { marksIn, type Place, partsIn } from './marked.ts'
import { type Snippet, snippetOf } from './snippet.ts'

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

/** Who looks at the hits, and what they asked. */
export interface Looking {
  readonly viewer: Viewer
  readonly question: Question
  /** Of the stand, by their base: a word is looked for in the forms of each. */
  readonly languages: readonly string[]
}

/** The stories with these ids that are on the stand, in their order. */
export async function hitsOf(
  needs: OpenTextNeeds,
  ids: readonly string[],
  looking: Looking,
): Promise<readonly Hit[]> {
  if (ids.length === 0) return []
  const cards = await needs.stories.byIds(ids)
  const stories = ids.flatMap((id) => cards.get(id) ?? [])
  return Promise.all(stories.map((story) => hitOf(needs, story, looking)))
}

async function hitOf(needs: OpenTextNeeds, story: StoryCard, looking: Looking): Promise<Hit> {
  const { viewer, question, languages } = looking
  const marked = (text: string, place: Place): Snippet => ({
    text,
    marks: marksIn(text, question, { language: story.language, languages, place }),
  })
  const headline = marked(story.headline, 'headline')
  const standfirst = story.standfirst === '' ? null : marked(story.standfirst, 'text')
  const seen = partsIn([...headline.marks, ...(standfirst?.marks ?? [])])
  const wanted = question.parts.filter(({ excluded }) => !excluded)
  const simple = { story, headline, words: standfirst, byline: null }
  if (wanted.length <= seen.size) return simple

  // Something of the question is not seen yet: it may stand in a byline, or in as much of the text
  // as this viewer may read. Nothing is counted for looking.
  const { publicationSlug: publication, editionSlug: edition, slug } = story
  const ask = { viewer, counts: false }
  const opened = await openText(needs, { publication, edition, story: slug }, ask)
  if (opened.kind !== 'text') return simple
  const byline = marked(opened.story.bylines.join(', '), 'byline')
  const text = opened.blocks.map(plainTextOf).join('\n').slice(0, mostSigns)
  const { marks } = marked(text, 'text')
  const adds = [...partsIn(marks)].some((part) => !seen.has(part))
  return {
    story,
    headline,
    words: adds ? snippetOf(text, marks) : standfirst,
    byline: byline.marks.length > 0 ? byline : null,
  }
}
