import type { StoryCard } from '#catalogue'

/** Whether there is anything in an edition that not everybody may read: nobody pays for the rest. */
export const isWalled = (stories: readonly Pick<StoryCard, 'door'>[]): boolean =>
  stories.some(({ door }) => door !== 'open')
