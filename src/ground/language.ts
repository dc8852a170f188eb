export type Direction = 'ltr' | 'rtl'

/**
 * The canonical BCP 47 tag for what a file or a person wrote ("EN_gb" gives "en-GB"),
 * or null when it is no language tag.
 */
export function languageTag(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0] ?? null
  } catch {
    return null
  }
}

/** The way a language is written, from Unicode's script data; left to right when unknown. */
export function directionOf(tag: string): Direction {
  const known = directions.get(tag)
  if (known !== undefined) return known
  const direction = new Intl.Locale(tag).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr'
  directions.set(tag, direction)
  return direction
}

/** Only tags that passed `languageTag` get here, so this stays as small as the stand's languages. */
const directions = new Map<string, Direction>()

/** "pt" for "pt-BR": what two tags must share to be the same language to a reader. */
export function baseLanguage(tag: string): string {
  return tag.split('-')[0] ?? tag
}
