import type { StoryCard } from '#catalogue'
import type { Hit } from './hits.ts'

/** A hit with those of this page that are largely the same story, in other publications. */
export interface FoldedHit extends Hit {
  readonly also: readonly StoryCard[]
}

/**
 * Puts hits that are largely the same under the first of them; all others keep their places.
 * @param alike by id of a story, the ids of those that are like it
 */
export function fold(
  hits: readonly Hit[],
  alike: ReadonlyMap<string, ReadonlySet<string>>,
): readonly FoldedHit[] {
  const folded = new Set<string>()
  return hits.flatMap((hit, at) => {
    if (folded.has(hit.story.id)) return []
    const others = alike.get(hit.story.id) ?? new Set()
    const also = hits
      .slice(at + 1)
      .map(({ story }) => story)
      .filter(({ id }) => others.has(id) && !folded.has(id))
    for (const { id } of also) folded.add(id)
    return [{ ...hit, also }]
  })
}
