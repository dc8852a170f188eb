export { mayOpenPicture, type PictureAsk, whoMaySeePicture } from './open-picture.ts'
export {
  type Opening,
  type OpenStoryNeeds,
  openStory,
  type Whole,
  type WhyNot,
} from './open-story.ts'
export type { PictureStories, PictureUse, PictureUses, RestReader } from './store.ts'
