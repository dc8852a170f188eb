export {
  type CarefulClient,
  type ClientOptions,
  type Fetched,
  openCarefulClient,
  type Wish,
} from './careful-client.ts'
export type { Refusal } from './refusal.ts'
