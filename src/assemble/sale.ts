import { type EditionPrices, offersOf, type PlanBook, type SaleOffer } from '#access'
import type { Money } from '#ground/money'

export interface Sale {
  /** What is on sale, as it was known last. */
  readonly offers: () => readonly SaleOffer[]
  /** What an edition costs alone, as it was known last; null when it is not sold alone. */
  readonly editionPrice: (publicationId: string, editionId: string) => Money | null
  /** Looks whether an operator has changed it; called again and again. */
  readonly follow: () => Promise<void>
}

/** Keeps what is on sale in memory, for every page tells of it. */
export async function openSale(
  plans: Pick<PlanBook, 'all'>,
  editionPrices: Pick<EditionPrices, 'all'>,
  onChange: () => void,
): Promise<Sale> {
  const look = async () => ({
    offers: offersOf(await plans.all()),
    prices: (await editionPrices.all()).map(
      ({ publicationId, editionId, price }) => [nameOf(publicationId, editionId), price] as const,
    ),
  })
  let known = await look()
  let prices = new Map(known.prices)
  return {
    offers: () => known.offers,
    // The edition's own comes before that of all.
    editionPrice: (publicationId, editionId) =>
      prices.get(nameOf(publicationId, editionId)) ?? prices.get(nameOf(publicationId, '')) ?? null,
    async follow() {
      const now = await look()
      if (JSON.stringify(now) === JSON.stringify(known)) return
      known = now
      prices = new Map(now.prices)
      onChange()
    },
  }
}

const nameOf = (publicationId: string, editionId: string) => `${publicationId} ${editionId}`
