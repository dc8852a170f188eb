import type { Money } from '#ground/money'
import type { AccessNeeds } from '../needs.ts'

/** What an edition costs alone, where that can be paid; otherwise null. */
export function priceAlone(
  { shop, editionPrice }: Pick<AccessNeeds, 'shop' | 'editionPrice'>,
  { publicationId, editionId }: { readonly publicationId: string; readonly editionId: string },
): Money | null {
  return shop === null ? null : editionPrice(publicationId, editionId)
}
