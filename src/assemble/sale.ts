import { offersOf, type PlanBook, type SaleOffer } from '#access'

export interface Sale {
  /** What is on sale, as it was known last. */
  readonly offers: () => readonly SaleOffer[]
  /** Looks whether an operator has changed it; called again and again. */
  readonly follow: () => Promise<void>
}

/** Keeps what is on sale in memory, for every page tells of it. */
export async function openSale(plans: Pick<PlanBook, 'all'>, onChange: () => void): Promise<Sale> {
  const look = async () => offersOf(await plans.all())
  let offers = await look()
  return {
    offers: () => offers,
    async follow() {
      const now = await look()
      if (JSON.stringify(now) === JSON.stringify(offers)) return
      offers = now
      onChange()
    },
  }
}
