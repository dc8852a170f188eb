import type { AppNeeds } from './needs.ts'
import { publications } from './stand-publications.fixture.ts'
import type { Told } from './stories.fixture.ts'

const isOn = ({ withdrawn }: Told) => withdrawn !== true

function spanIn(told: readonly Told[], slug: string) {
  const those = told.filter((one) => isOn(one) && one.publication === slug)
  const days = [...new Set(those.map(({ edition }) => edition.slice(0, 10)))].sort()
  const [first = ''] = days
  return { first, before: days.at(-2) ?? null, newest: days.at(-1) ?? first }
}

/** Publications as the store answers about them, in memory. */
export function publicationReader(told: readonly Told[]): AppNeeds['publications'] {
  const onStand = () =>
    publications.filter(({ slug }) => told.some((one) => isOn(one) && one.publication === slug))
  return {
    byFormerSlug: async (slug) => (slug === 'courier-of-old' ? 'harbour-courier' : null),
    bySlug: async (wanted) => publications.find(({ slug }) => slug === wanted) ?? null,
    onStand: async (ids) =>
      onStand()
        .filter(({ id }) => ids === undefined || ids.includes(id))
        .map((publication) => ({ ...publication, span: spanIn(told, publication.slug) })),
    count: async () => ({ publications: onStand().length, stories: told.filter(isOn).length }),
  }
}
