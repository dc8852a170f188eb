import type { Publication } from './publication.ts'

type Named = Pick<Publication, 'title' | 'slug'>

/** In one order on every engine and in every language: letter by letter, as their numbers come. */
export function byTitle(one: Named, other: Named): number {
  if (one.title !== other.title) return one.title < other.title ? -1 : 1
  return one.slug < other.slug ? -1 : 1
}
