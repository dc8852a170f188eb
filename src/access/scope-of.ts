import type { Clock } from '#ground/clock'
import type { Viewer } from './admit.ts'
import { isLive } from './right.ts'
import type { RightsReader } from './store.ts'

/** In whose rests somebody may look: nobody's, everybody's, or those of some publications. */
export type RestScope =
  | { readonly rests: 'none' }
  | { readonly rests: 'all' }
  | { readonly rests: 'of-publications'; readonly publicationIds: readonly string[] }

export interface ScopeNeeds {
  readonly rights: Pick<RightsReader, 'wide'>
  readonly clock: Clock
}

/**
 * In which rests this viewer may look now. Wherever this says they may, every story opens to them;
 * what opens one edition or one story, and what is counted on a meter, is left out.
 */
export async function scopeOf(needs: ScopeNeeds, viewer: Viewer): Promise<RestScope> {
  if (viewer.kind === 'stranger') return { rests: 'none' }
  const { staffOf, readerId } = viewer
  if (staffOf === 'everything') return { rests: 'all' }
  const at = needs.clock()
  const held = await needs.rights.wide(readerId, at)
  const live = held.filter((right) => isLive(right, at)).map(({ opens }) => opens)
  if (live.some(({ what }) => what === 'stand')) return { rests: 'all' }
  const lists = live.flatMap((opens) => (opens.what === 'publications' ? [opens.ids] : []))
  const publicationIds = together([staffOf, ...lists].filter(({ length }) => length > 0))
  return publicationIds.length === 0
    ? { rests: 'none' }
    : { rests: 'of-publications', publicationIds }
}

/** Each once; a list may be as long as the stand has publications, and most readers have one. */
function together(lists: readonly (readonly string[])[]): readonly string[] {
  const [only = [], ...others] = lists
  return others.length === 0 ? only : [...new Set(lists.flat())]
}
