import { addresses, href } from '../../addresses.ts'
import type { Tongue } from '../../languages/tongue.ts'

export const listsAt = ({ locale }: Tongue): string =>
  href(addresses.lists, { locale: locale.name })

export const listAt = ({ locale }: Tongue, list: string): string =>
  href(addresses.list, { locale: locale.name, list })
