import type { SaleOffer } from '#access'
import type { Tongue } from '../../languages/tongue.ts'
import type { PageNeeds } from '../../page-needs.ts'

/** Publications of a plan that are named one by one. */
const mostNamed = 12

/** What a plan opens, in one sentence. Its name is never translated. */
export async function whatItOpens(
  { shelves, settings }: Pick<PageNeeds, 'shelves' | 'settings'>,
  { say, list, number }: Tongue,
  { plan, scope }: Pick<SaleOffer, 'plan' | 'scope'>,
): Promise<string> {
  const { name: stand } = settings
  if (scope.what === 'stand') return say('plans-opens', { plan, stand })
  if (scope.what === 'kind') return say(`plans-opens-${scope.kind}`, { plan, stand })
  const there = await shelves.onStand()
  const titles = there.filter(({ id }) => scope.ids.includes(id)).map(({ title }) => title)
  const named = titles.slice(0, mostNamed)
  const more = titles.length - named.length
  const publications = list(more > 0 ? [...named, `+${number(more)}`] : named)
  return say('plans-opens-some', { plan, publications })
}
