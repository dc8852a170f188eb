import type { StoryReader } from '#catalogue'
import type { OpenedText } from './open-text.ts'
import type { LeadReader, RestReader } from './store.ts'

export interface PrintedTextNeeds {
  readonly stories: Pick<StoryReader, 'byIds' | 'byAddress'>
  readonly leads: LeadReader
  readonly rests: RestReader
}

export type PrintedText = Extract<OpenedText, { readonly kind: 'text' }>

/**
 * All of a story as it is on the stand, for what is made of it before anybody asks; null when it is
 * not there. It is no answer to a reader: what is made is opened by `openText` like the text.
 */
export async function printedText(
  { stories, leads, rests }: PrintedTextNeeds,
  storyId: string,
): Promise<PrintedText | null> {
  const card = (await stories.byIds([storyId])).get(storyId)
  if (card === undefined) return null
  const story = await stories.byAddress({
    publication: card.publicationSlug,
    edition: card.editionSlug,
    story: card.slug,
  })
  if (story === null || story === 'withdrawn') return null
  const lead = await leads.blocksOf(story.id, story.revision)
  const rest = await rests.blocksOf(story.id, story.revision)
  const blocks = [...lead, ...rest]
  return { kind: 'text', story, part: 'whole', blocks, forAnyone: false, cookie: null }
}
