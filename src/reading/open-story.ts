import { type Admission, type AdmitNeeds, type Ask, admit, decide } from '#access'
import type { PublicStory, StoryAddress, StoryReader } from '#catalogue'
import type { RestReader } from './store.ts'

export interface OpenStoryNeeds {
  readonly stories: StoryReader
  readonly rests: RestReader
}

export type WhyNot = Extract<Admission['verdict'], { open: false }>['because']

export type Opening =
  | Whole
  | ({ readonly kind: 'lead'; readonly because: WhyNot } & Seen)
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'missing' }

export interface Whole extends Seen {
  readonly kind: 'whole'
  readonly rest: string
  /** "open-door" is for everyone; with any other reason the page is for this reader alone. */
  readonly because: Extract<Admission['verdict'], { open: true }>['because']
  /** What the browser of a stranger has to keep from now on, or null. */
  readonly cookie: string | null
}

interface Seen {
  readonly story: PublicStory
  readonly meter: Admission['meter']
}

/**
 * Opens the story at this address as far as whoever asks may read it: a stranger, when nobody is
 * named. The only way to the rest of one story; that to those of many is open-rests.ts.
 */
export function openStory(needs: OpenStoryNeeds, address: StoryAddress): Promise<Opening>
export function openStory(
  needs: OpenStoryNeeds & AdmitNeeds,
  address: StoryAddress,
  ask: Ask,
): Promise<Opening>
export async function openStory(
  needs: OpenStoryNeeds & Partial<AdmitNeeds>,
  address: StoryAddress,
  ask?: Ask,
): Promise<Opening> {
  const story = await needs.stories.byAddress(address)
  if (story === null) return { kind: 'missing' }
  if (story === 'withdrawn') return { kind: 'withdrawn' }

  // Whoever reads all there is to read spends nothing for it.
  const nothingLeft = story.left === null
  const { verdict, meter, cookie } =
    ask !== undefined && isAble(needs) && !nothingLeft
      ? await admit(needs, story, ask)
      : unasked(story)
  if (!verdict.open && !nothingLeft) {
    return { kind: 'lead', story, because: verdict.because, meter }
  }
  const rest = await needs.rests.of(story.id, story.revision)
  const because = verdict.open ? verdict.because : 'open-door'
  return { kind: 'whole', story, rest, because, meter, cookie }
}

/** What a stranger is answered depends on the door alone. */
function unasked(story: PublicStory): Admission {
  return { verdict: decide({ story }), meter: null, cookie: null }
}

/** Types see to it that who names a viewer gives everything that takes. */
function isAble(needs: OpenStoryNeeds & Partial<AdmitNeeds>): needs is OpenStoryNeeds & AdmitNeeds {
  return needs.rights !== undefined
}
