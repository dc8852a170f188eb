import type { EditionCard, StoryCard } from '#catalogue'

/** What a typeset cover of an edition prints of its stories. */
export const headlinesOf = (stories: readonly StoryCard[]): EditionCard['headlines'] =>
  stories.slice(0, 4).map(({ headline, language }) => ({ text: headline, language }))
