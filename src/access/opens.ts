import type { PublicationKind, PublicStory } from '#catalogue'

/** What a right opens: everything, or what is in this publication, this edition, this story. */
export type Opens =
  | { readonly what: 'stand' }
  | { readonly what: 'publication' | 'edition' | 'story'; readonly id: string }

/** What a plan opens: the whole stand, every publication of a kind, or those of a list. */
export type PlanScope =
  | { readonly what: 'stand' }
  | { readonly what: 'kind'; readonly kind: PublicationKind }
  | { readonly what: 'publications'; readonly ids: readonly string[] }

/** Which story is asked for: all that a right can be about. */
export type StoryIds = Pick<PublicStory, 'id' | 'editionId' | 'publicationId'>

export function covers(opens: Opens, { id, editionId, publicationId }: StoryIds): boolean {
  switch (opens.what) {
    case 'stand':
      return true
    case 'publication':
      return opens.id === publicationId
    case 'edition':
      return opens.id === editionId
    case 'story':
      return opens.id === id
  }
}
