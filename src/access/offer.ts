import * as z from 'zod'
import { type Money, moneyIn } from '#ground/money'
import { bad, good, type Outcome } from '#ground/outcome'

/**
 * A plan as an operator offers it. It opens the whole stand. Its trial ends by itself: nobody pays
 * who did not say so, and who pays can stop at any time.
 */
export interface Offer {
  /** What the plan is called ("GOLD"): never translated. */
  readonly plan: string
  readonly price: Money
  readonly per: Period
  /** Days for nothing at the start; 0 for none. */
  readonly trialDays: number
}

export type Period = (typeof periods)[number]

const periods = ['month', 'year'] as const

const price = z.string().transform((text, context) => {
  const money = moneyIn(text)
  if (money === null) context.addIssue('must be an amount such as "EUR 9.99"')
  return money ?? z.NEVER
})

const offers = z
  .array(
    z.strictObject({
      plan: z.string().trim().min(1).max(40),
      price,
      per: z.enum(periods),
      trialDays: z.int().min(0).max(366).default(0),
    }),
  )
  .max(6)

/**
 * The offers in a setting: JSON such as
 * `[{ "plan": "GOLD", "price": "EUR 9.99", "per": "month", "trialDays": 14 }]`.
 * The reason lists every mistake, each with its place.
 */
export function offersIn(text: string): Outcome<readonly Offer[], readonly string[]> {
  const read = offers.safeParse(jsonIn(text))
  if (read.success) return good(read.data)
  return bad(
    read.error.issues.map(({ path, message }) => [path.join('.'), message].join(' ').trim()),
  )
}

/** Undefined, which is no list of offers, when it is not JSON. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
