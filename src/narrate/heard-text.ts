import type { Publication } from '#catalogue'
import type { OpenedText } from '#reading'
import type { HeardText } from './narration.ts'

/** What is to be heard of a story that was opened: no more than who asks may read. */
export function heardText(
  { story, part, blocks }: Extract<OpenedText, { kind: 'text' }>,
  { permits }: Pick<Publication, 'permits'>,
): HeardText {
  const said = story.corrections.map(({ note }) => note).filter((note) => note !== '')
  return {
    storyId: story.id,
    revision: story.revision,
    publicationId: story.publicationId,
    language: story.language,
    part,
    headline: story.headline,
    standfirst: story.standfirst,
    bylines: story.bylines,
    date: story.editionDate,
    corrections: said,
    foreword: '',
    blocks,
    mayLeave: permits.thirdParties,
  }
}
