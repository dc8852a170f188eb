import type { Rule } from './rule.ts'

/** "#" is where the number stands; it may be missing, as in an Arabic dual. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

/** How a language reads aloud what is not written in words. */
export interface SpeechTable {
  /** Said as the value, and never the end of a sentence: they come before a name. */
  readonly titles: Readonly<Record<string, string>>
  /** Said as the value wherever they are. */
  readonly shortenings: Readonly<Record<string, string>>
  /** The same, and a sentence may end with them. */
  readonly closings: Readonly<Record<string, string>>
  /** Said as the value before a number only. */
  readonly numbered: Readonly<Record<string, string>>
  /**
   * Between a number and its decimals, and whether these are said one by one. Empty, as `minus` and
   * `to` may be, where the language has no table: the sign stays.
   */
  readonly point: string
  readonly digitByDigit: boolean
  readonly minus: string
  /** "3–5": from one to the other. */
  readonly to: string
  /** In web and mail addresses. */
  readonly dot: string
  readonly at: string
  /** How many of a currency, by its sign; those that are not here are called as Unicode has it. */
  readonly currencies: Readonly<Record<string, Forms>>
  /** What follows whole money for its hundredths, the sign given. */
  readonly cents: (count: string, sign: string) => string
  /** As they are written behind a number: how often, and how they are called then. */
  readonly scales: Readonly<Record<string, readonly [times: number, said: Forms]>>
  /** Between a scale and a currency that is called as Unicode has it: "de ". */
  readonly ofScale: string
  /** Units that Unicode does not call in this language. */
  readonly units: Readonly<Record<string, Forms>>
  /** A number of four digits as a year, where it is not said as any other. */
  readonly year: (digits: string) => string
  /** Times, ordinals, dates: what is a rule of the language itself. They come before all others. */
  readonly rules: readonly Rule[]
}

/** "3–5", said. */
export function fromTo({ to }: SpeechTable, low: string, high: string): string {
  return to === '' ? `${low}–${high}` : `${low} ${to} ${high}`
}

/** "-3", said. */
export function below({ minus }: SpeechTable, number: string): string {
  return minus === '' ? `-${number}` : `${minus} ${number}`
}

/** The form for so many, the number put in. */
export function inForm(tag: string, forms: Forms, value: number, number: string): string {
  const form = forms[pluralOf(tag).select(value)] ?? forms.other
  return form.replace('#', number)
}

/** Making one is dear. Only languages that passed `languageTag` get here. */
const plurals = new Map<string, Intl.PluralRules>()

function pluralOf(tag: string): Intl.PluralRules {
  const known = plurals.get(tag)
  if (known !== undefined) return known
  const made = new Intl.PluralRules(tag)
  plurals.set(tag, made)
  return made
}
