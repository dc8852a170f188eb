import { addresses, href } from '../../addresses.ts'
import type { Tongue } from '../../languages/tongue.ts'

/** Where a voucher is redeemed, and where to go on afterwards. */
export function voucherPath({ locale }: Tongue, returnTo: string | null): string {
  const path = href(addresses.voucher, { locale: locale.name })
  return returnTo === null ? path : `${path}?${new URLSearchParams({ return: returnTo })}`
}
