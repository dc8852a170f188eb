import { parseAccept } from 'hono/utils/accept'
import { baseLanguage } from '#ground/language'
import type { Locale } from './locales.ts'

/** The first locale of these wishes that the stand offers; "nl-BE" is served with "nl". */
export function chooseLocale(wishes: readonly string[], locales: readonly Locale[]): Locale | null {
  for (const wish of wishes) {
    const whole = wish.toLowerCase()
    const found =
      locales.find(({ name }) => name.toLowerCase() === whole) ??
      locales.find(({ name }) => name === baseLanguage(whole))
    if (found !== undefined) return found
  }
  return null
}

/** The languages of an Accept-Language header, the most wanted first. */
export function wishesIn(header: string | undefined): readonly string[] {
  return parseAccept(header ?? '')
    .filter(({ q }) => q > 0)
    .map(({ type }) => type)
}
