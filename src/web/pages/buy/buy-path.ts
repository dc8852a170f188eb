import type { SaleOffer } from '#access'
import { addresses, href } from '../../addresses.ts'
import type { Tongue } from '../../languages/tongue.ts'

/** Where an offer is bought, and where to go on afterwards. */
export function buyPath(
  tongue: Tongue,
  { priceId }: Pick<SaleOffer, 'priceId'>,
  returnTo: string | null = null,
): string {
  return asking(tongue, { price: priceId, ...(returnTo !== null && { return: returnTo }) })
}

/** An edition by the names that its address has. */
export interface EditionNames {
  readonly publication: string
  readonly edition: string
}

/** Where an edition is bought alone, and where to go on afterwards: to the edition otherwise. */
export function buyEditionPath(
  tongue: Tongue,
  { publication, edition }: EditionNames,
  returnTo: string | null = null,
): string {
  return asking(tongue, { publication, edition, ...(returnTo !== null && { return: returnTo }) })
}

const asking = ({ locale }: Tongue, asked: Readonly<Record<string, string>>) =>
  `${href(addresses.buy, { locale: locale.name })}?${new URLSearchParams(asked)}`
