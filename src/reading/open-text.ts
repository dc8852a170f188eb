import type { AdmitNeeds, Ask } from '#access'
import type { Block, PublicStory, StoryAddress } from '#catalogue'
import { type Opening, type OpenStoryNeeds, openStory, type Whole } from './open-story.ts'
import type { LeadReader } from './store.ts'

export interface OpenTextNeeds extends OpenStoryNeeds, AdmitNeeds {
  readonly leads: LeadReader
}

/** The text of a story as far as whoever asks may read it. */
export type OpenedText =
  | {
      readonly kind: 'text'
      readonly story: PublicStory
      /** `whole` also where the lead is all there is. */
      readonly part: 'lead' | 'whole'
      readonly blocks: readonly Block[]
      /** True for what everyone is given: with anything else it is for this reader alone. */
      readonly forAnyone: boolean
      /** What the browser of a stranger has to keep from now on, or null. */
      readonly cookie: Whole['cookie']
    }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'missing' }

/**
 * A story's blocks, by the same decision as its page: for all that is made of the text, such as its
 * sound or a translation.
 */
export async function openText(
  needs: OpenTextNeeds,
  address: StoryAddress,
  ask: Ask,
): Promise<OpenedText> {
  const opening = await openStory(needs, address, ask)
  if (opening.kind === 'missing' || opening.kind === 'withdrawn') return opening
  return openedText(needs, opening)
}

/** The blocks of a story that was opened, as far as it was. */
export async function openedText(
  { leads, rests }: Pick<OpenTextNeeds, 'leads' | 'rests'>,
  opening: Extract<Opening, { readonly story: PublicStory }>,
): Promise<Extract<OpenedText, { readonly kind: 'text' }>> {
  const { story } = opening
  const lead = await leads.blocksOf(story.id, story.revision)
  if (opening.kind === 'lead') {
    return { kind: 'text', story, part: 'lead', blocks: lead, forAnyone: true, cookie: null }
  }
  const rest = await rests.blocksOf(story.id, story.revision)
  return {
    kind: 'text',
    story,
    part: 'whole',
    blocks: [...lead, ...rest],
    forAnyone: opening.because === 'open-door',
    cookie: opening.cookie,
  }
}
