import type { StoryCard } from '#catalogue'
import { wordOf } from '../../components/keeping.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { thingsOf } from '../mine/things.ts'

/** What a reader wants nothing of. */
export interface Muted {
  readonly anything: boolean
  readonly story: (story: Pick<StoryCard, 'publicationSlug' | 'topic'>) => boolean
  readonly publication: (slug: string) => boolean
}

export async function mutedBy(needs: PageNeeds, tongue: Tongue, readerId: string): Promise<Muted> {
  const kept = await needs.theirs.interests.of(readerId)
  const things = await thingsOf(
    needs,
    tongue,
    kept.filter(({ wish }) => wish === 'mute'),
  )
  const muted = new Set(things.map(({ thing }) => wordOf(thing)))
  const publication = (name: string) => muted.has(wordOf({ kind: 'publication', name }))
  return {
    anything: muted.size > 0,
    publication,
    story: ({ publicationSlug, topic }) =>
      publication(publicationSlug) ||
      (topic !== null && muted.has(wordOf({ kind: 'topic', name: topic }))),
  }
}
