export type { Answer } from './answer.ts'
export type { PictureKeeper } from './pictures.ts'
