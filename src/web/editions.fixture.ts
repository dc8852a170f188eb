import type { Edition, EditionCard } from '#catalogue'
import type { AppNeeds } from './needs.ts'
import { publications } from './stand-publications.fixture.ts'
import type { Told } from './stories.fixture.ts'

export const isOn = ({ withdrawn }: Told) => withdrawn !== true
export const newestFirst = (a: Told, b: Told) => b.edition.localeCompare(a.edition)

export function editionFrom({ publication, edition }: Told): Edition {
  return {
    id: `${publication}/${edition}`,
    publicationId: `publication-${publication}`,
    date: Temporal.PlainDate.from(edition.slice(0, 10)),
    slug: edition,
    name: '',
    cover: null,
  }
}

/** Editions as they follow from the stories that are told. */
export function editionReader(told: readonly Told[]): AppNeeds['editions'] {
  const cards = (of: readonly Told[]): EditionCard[] => {
    const groups = Object.values(
      Object.groupBy(of.filter(isOn).toSorted(newestFirst), (one) => editionFrom(one).id),
    )
    return groups.flatMap((group = []) => {
      const [first] = group
      const publication = publications.find(({ slug }) => slug === first?.publication)
      if (first === undefined || publication === undefined) return []
      const headlines = group.map(({ headline: text, language }) => ({ text, language }))
      const edition = editionFrom(first)
      return [{ publication, edition, headlines, stories: group.length }]
    })
  }
  const of = (publicationId: string) =>
    told.filter(({ publication }) => `publication-${publication}` === publicationId)
  return {
    byAddress: async (publication, edition) => {
      const one = told.find((its) => its.publication === publication && its.edition === edition)
      return one === undefined ? null : editionFrom(one)
    },
    cardAt: async (publication, edition) =>
      cards(of(`publication-${publication}`)).find((card) => card.edition.slug === edition) ?? null,
    beside: async ({ id, publicationId }) => {
      const all = cards(of(publicationId)).map(({ edition }) => edition)
      const at = all.findIndex((edition) => edition.id === id)
      return { earlier: all[at + 1] ?? null, later: all[at - 1] ?? null }
    },
    cameOut: async (publicationId) => of(publicationId).length > 0,
    latestOf: async (publicationId, most) => cards(of(publicationId)).slice(0, most),
    newest: async (most) =>
      publications.flatMap(({ id }) => cards(of(id)).slice(0, 1)).slice(0, most),
    newestOf: async (ids) => ids.flatMap((id) => cards(of(id)).slice(0, 1)),
    newestNames: async (ids) =>
      new Map(
        ids.flatMap((id) =>
          cards(of(id))
            .slice(0, 1)
            .map(({ edition }) => [id, edition.slug] as const),
        ),
      ),
    years: async (id) => {
      const groups = Map.groupBy(cards(of(id)), ({ edition }) => edition.date.year)
      return [...groups].flatMap(([year, inside]) => {
        const first = inside.at(-1)?.edition.date
        const last = inside[0]?.edition.date
        if (first === undefined || last === undefined) return []
        return [{ year, editions: inside.length, first, last }]
      })
    },
    inYear: async (id, year) => cards(of(id)).filter(({ edition }) => edition.date.year === year),
  }
}
