import { decide, type Verdict } from '#access'
import type { PublicStory, StoryAddress, StoryReader } from '#catalogue'
import type { RestReader } from './store.ts'

export interface OpenStoryNeeds {
  readonly stories: StoryReader
  readonly rests: RestReader
}

export type WhyNot = Extract<Verdict, { open: false }>['because']

export type Opening =
  | { readonly kind: 'whole'; readonly story: PublicStory; readonly rest: string }
  | { readonly kind: 'lead'; readonly story: PublicStory; readonly because: WhyNot }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'missing' }

/** Opens the story at this address as far as a stranger may read it. */
export async function openStory(
  { stories, rests }: OpenStoryNeeds,
  address: StoryAddress,
): Promise<Opening> {
  const story = await stories.byAddress(address)
  if (story === null) return { kind: 'missing' }
  if (story === 'withdrawn') return { kind: 'withdrawn' }

  const verdict = decide({ story })
  if (!verdict.open && story.left !== null) {
    return { kind: 'lead', story, because: verdict.because }
  }
  return { kind: 'whole', story, rest: await rests.of(story.id, story.revision) }
}
