import type { AppNeeds } from './needs.ts'
import { publications } from './stand-publications.fixture.ts'
import type { Told } from './stories.fixture.ts'

const isOn = ({ withdrawn }: Told) => withdrawn !== true

/** Publications as the store answers about them, in memory. */
export function publicationReader(told: readonly Told[]): AppNeeds['publications'] {
  const onStand = () =>
    publications.filter(({ slug }) => told.some((one) => isOn(one) && one.publication === slug))
  return {
    byFormerSlug: async (slug) => (slug === 'courier-of-old' ? 'harbour-courier' : null),
    bySlug: async (wanted) => publications.find(({ slug }) => slug === wanted) ?? null,
    onStand: async () => onStand(),
    count: async () => ({ publications: onStand().length, stories: told.filter(isOn).length }),
  }
}
