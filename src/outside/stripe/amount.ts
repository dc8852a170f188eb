import type { Money } from '#ground/money'

/** Currencies without a minor unit that Stripe counts in hundredths all the same (its own list). */
const inHundredths = new Set(['ISK', 'UGX'])

/** An amount as Stripe counts it; of dinars the last digit has to be 0. */
export function amountAtStripe({ minor, currency }: Money): number {
  return inHundredths.has(currency) ? minor * 100 : minor
}

export function moneyAtStripe(money: Money): { currency: string; unit_amount: number } {
  return { currency: money.currency.toLowerCase(), unit_amount: amountAtStripe(money) }
}

export function moneyFrom(amount: number, currency: string): Money {
  const code = currency.toUpperCase()
  return { minor: inHundredths.has(code) ? Math.round(amount / 100) : amount, currency: code }
}
