import type { Clock } from '#ground/clock'
import type { Stand } from '../assemble.ts'

/** What the demo stand sells, so that there is something to try: nobody has to keep it. */
export async function sellDemoPlan(
  { access: { plans } }: Pick<Stand, 'access'>,
  clock: Clock,
): Promise<void> {
  if ((await plans.all()).length > 0) return
  const draft = { name: 'GOLD', scope: { what: 'stand' }, trialDays: 14, seats: 5 } as const
  const gold = await plans.add(draft, clock())
  if (!gold.ok) return
  const price = { minor: 999, currency: 'EUR' }
  await plans.setPrice(gold.value.id, { per: 'month', price }, clock())
}
