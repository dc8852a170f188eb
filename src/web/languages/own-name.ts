/** What its speakers call a language: "Deutsch" for "de"; null when Intl does not know. */
export function ownNameOf(language: string): string | null {
  const known = ownNames.get(language)
  if (known !== undefined) return known
  const [locale] = Intl.DisplayNames.supportedLocalesOf(language)
  const name = locale && new Intl.DisplayNames(locale, { type: 'language' }).of(language)
  const [first = '', ...others] = name ?? ''
  const title = name && name !== language ? first.toLocaleUpperCase(locale) + others.join('') : null
  ownNames.set(language, title || null)
  return title || null
}

/** Only languages of stories get here, so this stays small. */
const ownNames = new Map<string, string | null>()
