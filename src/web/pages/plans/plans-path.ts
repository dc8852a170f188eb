import { addresses, href } from '../../addresses.ts'
import type { Tongue } from '../../languages/tongue.ts'

/** Where plans are chosen, and where to go on after one was. */
export function plansPath({ locale }: Tongue, returnTo: string | null): string {
  const path = href(addresses.plans, { locale: locale.name })
  return returnTo === null ? path : `${path}?${new URLSearchParams({ return: returnTo })}`
}
