import type { Collection } from '#catalogue'
import { bad, good } from '#ground/outcome'
import type { AppNeeds, Change } from './needs.ts'
import type { Told } from './stories.fixture.ts'

const edition = 'harbour-courier/2025-05-20'

/** Two stories of the stand of the tests, chosen by somebody. */
export const stillWater: Collection = {
  id: 'still-water',
  slug: 'still-water',
  title: 'Still water',
  introduction: 'What a harbour does when nothing happens.\n\nTwo stories to read slowly.',
  language: 'en',
  everywhere: true,
  editor: 'Mirre Holtslag',
  topic: 'society',
  starts: Temporal.Instant.from('2025-05-19T08:00:00Z'),
  ends: null,
  revision: 1,
  changedAt: Temporal.Instant.from('2025-05-19T08:00:00Z'),
  chosen: [
    { storyId: `${edition}/pilots-wait-for-fog`, reason: 'Nobody else writes so well of waiting.' },
    { storyId: `${edition}/bakery-closes`, reason: 'It smells of bread, and says why.' },
  ],
}

type Kept = Pick<AppNeeds, 'collections' | 'collectionDesk'>

/** Collections in memory. Their stories are there as long as they are on the stand. */
export function collectionsInMemory(
  told: readonly Told[],
  change: (what: Change) => void = () => {},
  given: readonly Collection[] = [stillWater],
): Kept {
  const kept = new Map(given.map((one) => [one.id, one]))
  const isOn = (id: string) => {
    const story = told.find((one) => `${one.publication}/${one.edition}/${one.slug}` === id)
    return story !== undefined && story.withdrawn !== true
  }
  const shown = (one: Collection): Collection => ({
    ...one,
    chosen: one.chosen.filter(({ storyId }) => isOn(storyId)),
  })
  const all = () => [...kept.values()].map(shown)
  const keep = (one: Collection) => {
    kept.set(one.id, one)
    change('everything')
    return one
  }
  return {
    collections: {
      scheduled: async () => all().filter(({ starts }) => starts !== null),
      bySlug: async (slug) => all().find((one) => one.slug === slug) ?? null,
    },
    collectionDesk: {
      all: async () => all().toReversed(),
      byId: async (id) => all().find((one) => one.id === id) ?? null,
      add: async (one) => keep(one),
      replace: async (one) => {
        const before = kept.get(one.id)
        if (before === undefined) return bad('missing')
        if (before.revision !== one.revision) return bad('changed-meanwhile')
        return good(keep({ ...one, revision: one.revision + 1 }))
      },
      remove: async (id, revision) => {
        const found = kept.get(id)?.revision === revision && kept.delete(id)
        if (found) change('everything')
        return found
      },
    },
  }
}
