import { eld } from 'eld/extrasmall'
import { baseLanguage } from '#ground/language'

const enough = 120
const most = 1_000

/** The language a text is written in as ISO 639-1, or null when it is too short to be sure. */
export function languageOfText(text: string): string | null {
  if (text.length < enough) return null
  const found = eld.detect(text.slice(0, most))
  return found.isReliable() && found.language !== '' ? found.language : null
}

const same: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', fil: 'tl', iw: 'he', in: 'id' }

/** Whether two tags name one language; the macro-languages that detection cannot part are one. */
export function isSameLanguage(a: string, b: string): boolean {
  const [one, other] = [a, b].map((tag) => same[baseLanguage(tag)] ?? baseLanguage(tag))
  return one === other
}
