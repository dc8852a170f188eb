import type { SaleOffer } from '#access'
import { addresses, href } from '../../addresses.ts'
import type { Tongue } from '../../languages/tongue.ts'

/** Where an offer is bought, and where to go on afterwards. */
export function buyPath(
  { locale }: Tongue,
  { priceId }: Pick<SaleOffer, 'priceId'>,
  returnTo: string | null = null,
): string {
  const asked = new URLSearchParams({
    price: priceId,
    ...(returnTo !== null && { return: returnTo }),
  })
  return `${href(addresses.buy, { locale: locale.name })}?${asked}`
}
