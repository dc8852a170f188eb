import { createApp } from './app.ts'
import type { Stand } from './stand.fixture.ts'

/** The story that the tests visit most: for subscribers, with a lead and a rest. */
export const nightFerry = {
  publication: 'harbour-courier',
  edition: '2025-05-20',
  story: 'night-ferry-saved',
}

/** Asks the stand for a path, as a browser would. */
export function visitTo(stand: Stand) {
  const app = createApp(stand.needs)
  return async (path: string, init: RequestInit = {}) => app.request(path, init)
}
