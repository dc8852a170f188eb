import { baseLanguage } from '#ground/language'
import type { Announcements } from '#narrate'
import { localesOf } from '../../../languages/locales.ts'
import { tongueOf } from '../../../languages/tongue.ts'

const tongues = localesOf({ pseudoLocales: false }).map(tongueOf)

/**
 * What a narration says in words of the stand, in the language that is spoken.
 * @param language BCP 47
 * @returns null for a language that the stand does not speak: then it says nothing of its own
 */
export function announcementsIn(language: string): Announcements | null {
  const wanted = baseLanguage(language)
  const tongue = tongues.find(({ locale }) => baseLanguage(locale.tag) === wanted)
  if (tongue === undefined) return null
  const { say, list, fullDate } = tongue
  return {
    byline: (names) => (names.length === 0 ? '' : say('by', { names: list(names) })),
    date: fullDate,
    correction: (note) => say('narration-correction', { note }),
  }
}
