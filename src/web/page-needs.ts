import type { Shelves } from './keeping/shelves.ts'
import type { WholePages } from './keeping/whole-pages.ts'
import type { Layout } from './layout.ts'
import type { AppNeeds } from './needs.ts'

/** What a page may use: the stores, the lists in memory, and the layout around it. */
export interface PageNeeds extends AppNeeds {
  readonly shelves: Shelves
  readonly lay: Layout
  readonly wholes: WholePages
}
