import { baseLanguage } from '#ground/language'
import type { SpeechTable } from '../script/speech-table.ts'
import { arabic } from './ar.ts'
import { german } from './de.ts'
import { english } from './en.ts'
import { spanish } from './es.ts'
import { french } from './fr.ts'
import { dutch } from './nl.ts'
import { anyLanguage } from './other.ts'

const tables: Readonly<Record<string, SpeechTable>> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  nl: dutch,
}

/** How a language is read aloud, whatever its country. */
export function tableFor(language: string): SpeechTable {
  return tables[baseLanguage(language)] ?? anyLanguage
}
