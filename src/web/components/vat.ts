import type { Tongue } from '../languages/tongue.ts'
import type { WebSettings } from '../needs.ts'

/** What is said of value added tax beside prices: nothing where the operator said nothing of it. */
export function vatSays(
  { say }: Pick<Tongue, 'say'>,
  { vat }: Pick<WebSettings, 'vat'>,
): readonly string[] {
  return vat === 'unsaid' ? [] : [say(`vat-${vat}`)]
}
