import type { Page } from '../named-page.ts'
import type { AppNeeds } from '../needs.ts'

/** For watchers: 200 when the stand can serve, 503 when it cannot, and never kept. */
export function showHealth({ health }: AppNeeds): Page {
  return async (c) => {
    const found = await health()
    return c.json(found, found.ok ? 200 : 503, { 'cache-control': 'no-store' })
  }
}
