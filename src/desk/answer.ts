import type { StoryAddress } from '#catalogue'
import type { Remark } from '#ingest'

/** What became of one item of a delivery. */
export interface Answer {
  readonly status: 'accepted' | 'accepted-with-warnings' | 'quarantined' | 'refused'
  readonly effect: Effect
  /** The leading remark's code, or the effect where there is nothing to remark on. */
  readonly code: string
  readonly message: string
  /** The file or address it came in, and the item's place in it. */
  readonly where: string
  /** Everything that was remarked on, the leading one included. */
  readonly remarks: readonly Remark[]
  /** The headline, where the item got far enough to have one. */
  readonly headline: string
  /** Where it is on the stand, or was; null when it never was. */
  readonly story: StoryAddress | null
}

export type Effect = 'new' | 'changed' | 'unchanged' | 'held' | 'withdrawn' | 'none'

const messages: Readonly<Record<Effect, string>> = {
  new: 'On the stand.',
  changed: 'Changed on the stand: a new revision.',
  unchanged: 'Known already, and nothing changed.',
  held: 'Kept, and out of sight until its hour.',
  withdrawn: 'Taken off the stand.',
  none: 'Not on the stand.',
}

/** The answer for something that was taken in; it carries the warnings given on the way. */
export function accepted(
  effect: Effect,
  item: { readonly where: string; readonly headline: string },
  { remarks = [], story = null }: { remarks?: readonly Remark[]; story?: StoryAddress | null } = {},
): Answer {
  const { where, headline } = item
  const [first] = remarks
  return {
    status: first ? 'accepted-with-warnings' : 'accepted',
    effect,
    code: first?.code ?? `story.${effect}`,
    message: first ? `${messages[effect]} ${first.message}` : messages[effect],
    where,
    remarks,
    headline,
    story,
  }
}

/** The answer for something that did not get on the stand; its first remark says why. */
export function declined(
  status: 'quarantined' | 'refused',
  remarks: readonly Remark[],
  item: { readonly where: string; readonly headline?: string },
): Answer {
  const [first] = remarks
  const place = first?.where ? `${item.where}: ${first.where}` : item.where
  return {
    status,
    effect: 'none',
    code: first?.code ?? 'item.unreadable',
    message: first?.message ?? 'This could not be read.',
    where: place,
    remarks,
    headline: item.headline ?? '',
    story: null,
  }
}
