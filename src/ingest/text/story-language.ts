import { baseLanguage, languageTag } from '#ground/language'
import type { Remark } from '../remark.ts'
import { isSameLanguage, languageOfText } from './language-of-text.ts'

/** What BCP 47 has for "nobody knows". */
const unknown = 'und'

/** The language of one story: its own, else the feed's, else what its text looks like. */
export function storyLanguage(
  { own, feed, text }: { own: string; feed: string | null; text: string },
  where: string,
): { language: string; remarks: readonly Remark[] } {
  const said = languageIn(own) ?? feed
  if (said !== null) return { language: said, remarks: [] }
  const language = languageOfText(text) ?? unknown
  const message =
    language === unknown
      ? 'The language is not said and could not be guessed. Name it.'
      : `The language is not said; it looks like "${language}". Name it.`
  return { language, remarks: [{ code: 'language.guessed', message, where }] }
}

/** A remark when a feed's text is plainly not in the language that the feed names. */
export function doubtOf(language: string | null, sample: string): readonly Remark[] {
  if (language === null || baseLanguage(language) === unknown) return []
  const found = languageOfText(sample)
  if (found === null || isSameLanguage(found, language)) return []
  const message = `The feed says it is in "${language}", but its text looks like "${found}". Check the language it names.`
  return [{ code: 'language.doubtful', message, where: '' }]
}

/** A tag, or null for none, for nonsense and for "nobody knows". */
export function languageIn(written: string): string | null {
  const tag = written.trim() === '' ? null : languageTag(written)
  return tag === null || baseLanguage(tag) === unknown ? null : tag
}
