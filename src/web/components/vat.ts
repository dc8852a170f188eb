import type { Tongue } from '../languages/tongue.ts'
import type { WebSettings } from '../needs.ts'

/** What is said of value added tax beside prices: nothing where the operator said nothing of it. */
export function vatSays({ say }: Tongue, { vat }: Pick<WebSettings, 'vat'>): readonly string[] {
  return vat === 'unsaid' ? [] : [say(`vat-${vat}`)]
}
