import type { Direction } from '#ground/language'

/** A language of the interface: its name in addresses, and how its dates and numbers are set. */
export interface Locale {
  readonly name: string
  /** What its speakers call it. */
  readonly ownName: string
  /** For Intl. Arabic keeps to Arabic-Indic digits and the Gregorian calendar everywhere. */
  readonly tag: string
  readonly direction: Direction
  /** The file its sentences come from, and what is done to them for a pseudo-locale. */
  readonly sentences: 'en' | 'nl' | 'de' | 'fr' | 'es' | 'ar'
  readonly disguise?: 'accented' | 'mirrored'
}

const shipped = [
  { name: 'en', ownName: 'English', tag: 'en-GB', direction: 'ltr', sentences: 'en' },
  { name: 'nl', ownName: 'Nederlands', tag: 'nl', direction: 'ltr', sentences: 'nl' },
  { name: 'de', ownName: 'Deutsch', tag: 'de', direction: 'ltr', sentences: 'de' },
  { name: 'fr', ownName: 'Français', tag: 'fr', direction: 'ltr', sentences: 'fr' },
  { name: 'es', ownName: 'Español', tag: 'es', direction: 'ltr', sentences: 'es' },
  {
    name: 'ar',
    ownName: 'العربية',
    tag: 'ar-u-ca-gregory-nu-arab',
    direction: 'rtl',
    sentences: 'ar',
  },
] as const satisfies readonly Locale[]

/** Made from English, to find text that never went through a locale file and layouts that break. */
const pseudo = [
  {
    name: 'en-XA',
    ownName: 'Accented',
    tag: 'en-GB',
    direction: 'ltr',
    sentences: 'en',
    disguise: 'accented',
  },
  {
    name: 'ar-XB',
    ownName: 'Mirrored',
    tag: 'en-GB',
    direction: 'rtl',
    sentences: 'en',
    disguise: 'mirrored',
  },
] as const satisfies readonly Locale[]

/** The languages a stand offers, in the order in which it offers them. */
export function localesOf(settings: { readonly pseudoLocales: boolean }): readonly Locale[] {
  return settings.pseudoLocales ? [...shipped, ...pseudo] : shipped
}
