import type { SpeechTable } from '../script/speech-table.ts'
import { bare, timeRule } from '../script/times.ts'

/** For a language without a table: what Unicode knows of it, and what needs no words. */
export const anyLanguage: SpeechTable = {
  titles: {},
  shortenings: {},
  closings: {},
  numbered: {},
  point: '',
  digitByDigit: false,
  minus: '',
  to: '',
  dot: '.',
  at: '@',
  currencies: {},
  cents: (count) => ` ${count}`,
  scales: {},
  ofScale: '',
  units: {},
  year: (digits) => digits,
  rules: [timeRule(':', '', (hour, minute) => `${bare(hour)} ${minute}`)],
}
