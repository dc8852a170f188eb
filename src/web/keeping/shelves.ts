import {
  byTitle,
  type Collection,
  type EditionCard,
  type ListedPublication,
  type Publication,
  type StoryCard,
} from '#catalogue'
import type { AppNeeds } from '../needs.ts'
import type { Entry } from './entry.ts'
import { everything, remember } from './remember.ts'
import { keepStock } from './stock.ts'

export type Counts = Awaited<ReturnType<AppNeeds['publications']['count']>>

/** Small lists that many pages show, kept in memory until their publication changes. */
export interface Shelves {
  publication(slug: string): Promise<Publication | null>
  /** The stories of an edition, in page order. */
  contents(editionId: string, publicationSlug: string): Promise<readonly StoryCard[]>
  /** The newest stories of a publication: what a list shows and one to spare. */
  latest(publicationId: string, publicationSlug: string): Promise<readonly StoryCard[]>
  /** The editions of a publication, newest first. */
  editions(publicationId: string, publicationSlug: string): Promise<readonly EditionCard[]>
  /** Every publication that has something on the stand, by title. */
  onStand(): Promise<readonly ListedPublication[]>
  /** Collections that have begun, or will, the last to begin first. */
  collections(): Promise<readonly Collection[]>
  /** How much is on the stand. */
  counts(): Promise<Counts>
}

/** Stories in a list "latest of …". */
export const latestShown = 8

/** As far back as the page of a publication goes. */
const mostEditions = 200

/** Collections on the page of all of them; the pages of older ones remain. */
const mostCollections = 200

export function shelves({
  changes,
  publications,
  editions,
  stories,
  collections,
}: AppNeeds): Shelves {
  const publication = remember(changes, 2_000, (slug) => publications.bySlug(slug))
  const stock = keepStock({ changes, publications })
  const onStand = sortedOnce(stock)
  const scheduled = remember(changes, 1, () => collections.scheduled(mostCollections))
  const counts = remember(changes, 1, () => publications.count())
  return {
    publication: (slug) => publication(slug, slug),
    contents: remember(changes, 500, (id) => stories.inEdition(id)),
    latest: remember(changes, 500, (id) => stories.latestOf(id, latestShown + 1)),
    editions: remember(changes, 300, (id) => editions.latestOf(id, mostEditions)),
    collections: () => scheduled(everything, everything),
    onStand,
    counts: () => counts(everything, everything),
  }
}

/** Sorted once for each list that the stock gives. */
function sortedOnce(stock: ReturnType<typeof keepStock>): Shelves['onStand'] {
  let known: {
    readonly of: readonly Entry[]
    readonly sorted: readonly ListedPublication[]
  } | null = null
  return async () => {
    const of = await stock()
    if (known?.of !== of) {
      const sorted = of.map(({ publication }) => publication).sort(byTitle)
      known = { of, sorted }
    }
    return known.sorted
  }
}
