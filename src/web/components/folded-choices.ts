import { html } from 'hono/html'
import type { Tongue } from '../languages/tongue.ts'
import type { Html } from '../page.ts'

interface Choice {
  readonly label: string
  readonly made: boolean
}

/** The first of the choices and the one that was made; many others open out, by name. */
export function foldedChoices<One extends Choice>(
  { say, compare }: Tongue,
  choices: readonly One[],
  { first, draw }: { readonly first: number; readonly draw: (some: readonly One[]) => Html },
): Html {
  if (choices.length <= first + 2) return draw(choices)
  const seen = choices.filter((one, at) => at < first || one.made)
  const others = choices
    .filter((one) => !seen.includes(one))
    .sort((a, b) => compare(a.label, b.label))
  return html`${draw(seen)}<details><summary>${say('catalogue-more', { count: others.length })}</summary>${draw(others)}</details>`
}
