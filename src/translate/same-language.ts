import { baseLanguage } from '#ground/language'

/** Names of one language that do not begin alike. */
const alike: Readonly<Record<string, string>> = { no: 'nb' }

/** "nb" for "no", "pt" for "pt-BR". */
export function languageName(tag: string): string {
  const base = baseLanguage(tag)
  return alike[base] ?? base
}

/** Whether who reads the one reads the other: nl and nl-BE, no and nb. */
export function isSameLanguage(one: string, other: string): boolean {
  return languageName(one) === languageName(other)
}
