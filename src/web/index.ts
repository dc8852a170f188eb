export { addresses, href } from './addresses.ts'
export { createApp } from './app.ts'
export { letterWriter } from './mails/letter.ts'
export type { AppNeeds, Change, Changes, PictureFiles, WebSettings } from './needs.ts'
