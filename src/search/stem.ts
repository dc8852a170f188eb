import { stemmer as arabic } from '@orama/stemmers/arabic'
import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as finnish } from '@orama/stemmers/finnish'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as greek } from '@orama/stemmers/greek'
import { stemmer as hungarian } from '@orama/stemmers/hungarian'
import { stemmer as irish } from '@orama/stemmers/irish'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as norwegian } from '@orama/stemmers/norwegian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as romanian } from '@orama/stemmers/romanian'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { stemmer as turkish } from '@orama/stemmers/turkish'
import { baseLanguage } from '#ground/language'

/**
 * The Snowball stemmers (snowballstem.org), by the base of a language tag. The Dutch one leaves "huiz"
 * of "huizen": no Dutch word ends so, and "huis" is the same word.
 */
const stemmers: Readonly<Record<string, (word: string) => string>> = {
  ar: arabic,
  da: danish,
  de: german,
  el: greek,
  en: english,
  es: spanish,
  fi: finnish,
  fr: french,
  ga: irish,
  hu: hungarian,
  it: italian,
  nb: norwegian,
  nl: (word) => dutch(word).replace(/[vz]$/, (end) => (end === 'v' ? 'f' : 's')),
  nn: norwegian,
  no: norwegian,
  pt: portuguese,
  ro: romanian,
  ru: russian,
  sv: swedish,
  tr: turkish,
}

/** What a word in small letters has in common with its other forms; the word where nobody knows. */
export function stemOf(word: string, language: string): string {
  return stemmers[baseLanguage(language)]?.(word) || word
}

/**
 * Whether the stem of a word of several letters begins as the word does: Irish takes "bh" off "bhfear",
 * Arabic "ال" off "المدينة", and Greek has two small letters for one.
 */
export const keepsFirstSign = (language: string): boolean =>
  !['ar', 'el', 'ga'].includes(baseLanguage(language))
