import type { StoryCard } from '#catalogue'
import type { Thing } from '../../components/keeping.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { thingsOf } from './things.ts'

/** A story, and what of all that is followed speaks for it. */
export interface Followed {
  readonly story: StoryCard
  readonly why: readonly Thing[]
}

/** The newest stories of what a reader follows, newest first, each with what speaks for it. */
export async function newestFor(
  needs: PageNeeds,
  tongue: Tongue,
  { readerId, most }: { readonly readerId: string; readonly most: number },
): Promise<readonly Followed[]> {
  const found = await needs.theirs.interests.newest(readerId, most)
  const cards = await needs.stories.byIds(found.map(({ storyId }) => storyId))
  const reasons = new Map(
    found.flatMap(({ because }) => because).map((one) => [`${one.kind}/${one.subject}`, one]),
  )
  const named = new Map(
    (await thingsOf(needs, tongue, [...reasons.values()])).map(({ interest, thing }) => [
      `${interest.kind}/${interest.subject}`,
      thing,
    ]),
  )
  return found.flatMap(({ storyId, because }) => {
    const story = cards.get(storyId)
    if (story === undefined) return []
    const why = because.flatMap(({ kind, subject }) => named.get(`${kind}/${subject}`) ?? [])
    return { story, why }
  })
}

/** "Because you follow Ana and The Tide." */
export const becauseOf = ({ say, list }: Tongue, why: readonly Thing[]): string =>
  say('mine-because', { names: list(why.map(({ title }) => title)) })
