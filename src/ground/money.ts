/** An amount in whole minor units (cents), so that adding never rounds. */
export interface Money {
  readonly minor: number
  /** ISO 4217: "EUR". */
  readonly currency: string
}

/** The amount in "EUR 9.99", "JPY 500" or "9.99 EUR"; null when it is none. */
export function moneyIn(text: string): Money | null {
  const found = /^(?:([A-Z]{3}) )?(\d{1,9})(?:\.(\d{1,3}))?(?: ([A-Z]{3}))?$/.exec(text.trim())
  const [, before, units = '', parts = '', after] = found ?? []
  const currency = before ?? after
  if (currency === undefined || (before !== undefined && after !== undefined)) return null
  if (!currencies.has(currency)) return null
  const digits = minorDigits(currency)
  if (parts !== '' && parts.length !== digits) return null
  return { minor: Number(units + parts.padEnd(digits, '0')), currency }
}

/** "€ 9,99" for the locale with this BCP 47 tag; whole amounts without decimals. */
export function moneyText({ minor, currency }: Money, tag: string): string {
  const digits = minorDigits(currency)
  const written = new Intl.NumberFormat(tag, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  })
  // Exact for every amount that can be written: 15 digits are.
  return written.format(minor / 10 ** digits)
}

/** Digits after the point: 2 for euros, 0 for yen (ISO 4217, as CLDR has it). */
function minorDigits(currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  return maximumFractionDigits
}

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))
