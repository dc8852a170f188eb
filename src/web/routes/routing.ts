import type { Hono } from 'hono'
import type { Assets } from '../assets.ts'
import type { PageNeeds } from '../page-needs.ts'
import type { fromOurPages } from '../reader/same-origin.ts'
import type { Visit } from '../visit.ts'

/** What an area of the stand needs to answer its addresses. */
export interface Routing {
  readonly app: Hono<Visit>
  readonly needs: PageNeeds
  readonly assets: Assets
  /** Before what changes something: it is taken from our own pages only. */
  readonly ours: ReturnType<typeof fromOurPages>
}
