import type { Field, FieldNames } from '#search'
import { localesOf } from '../../languages/locales.ts'
import { type MessageKey, type Say, sayIn } from '../../languages/say.ts'

const fields: readonly Field[] = ['byline', 'publication', 'section', 'headline', 'from', 'to']

const keyOf = (field: Field) => `search-field-${field}` as const satisfies MessageKey

/** What to type before a colon in the language of a page. */
export const fieldWord = (say: Say, field: Field): string => say(keyOf(field))

/** What fields are called in every language of the interface, with accents and without. */
export const fieldNames: FieldNames = new Map(
  localesOf({ pseudoLocales: false })
    .map(sayIn)
    .flatMap((say) => fields.map((field) => [fieldWord(say, field).toLowerCase(), field] as const))
    .flatMap(([name, field]) => [
      [name, field] as const,
      [name.normalize('NFD').replace(/\p{M}/gu, ''), field] as const,
    ]),
)
