import { baseLanguage } from '#ground/language'
import { type HeardText, heardText } from '#narrate'
import { localesOf } from '../../../languages/locales.ts'
import { tongueOf } from '../../../languages/tongue.ts'
import { translationNote } from '../byline.ts'
import type { Shown } from './shown-text.ts'

const tongues = localesOf({ pseudoLocales: false }).map(tongueOf)

/**
 * What is heard of a story in another language: the words that its page shows. First it says whose
 * they are, where the stand speaks that language.
 */
export function heardIn({ by, publication, opening, ...shown }: Shown): HeardText {
  const { language, headline, standfirst, part, rows } = shown
  const blocks = rows.flatMap((row) => row.shown)
  const tongue = tongues.find(({ locale }) => baseLanguage(locale.tag) === baseLanguage(language))
  const { story } = by.kind === 'person' ? by.opening : opening
  const opened = { kind: 'text', story, part, blocks, forAnyone: false, cookie: null } as const
  const heard = heardText(opened, by.kind === 'person' ? by.publication : publication)
  if (by.kind === 'person') {
    return { ...heard, foreword: tongue ? translationNote(tongue, story) : '' }
  }
  const foreword = tongue?.say('translation-foreword', { engine: by.engine }) ?? ''
  // Its corrections are in the language of the original.
  return { ...heard, language, headline, standfirst, foreword, corrections: [] }
}
