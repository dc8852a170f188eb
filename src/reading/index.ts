export { mayOpenPicture } from './open-picture.ts'
export { type Opening, type OpenStoryNeeds, openStory, type WhyNot } from './open-story.ts'
export type { PictureUse, PictureUses, RestReader } from './store.ts'
