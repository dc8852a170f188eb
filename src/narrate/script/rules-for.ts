import { tableFor } from '../languages/table-for.ts'
import { amountRules } from './amounts.ts'
import { dateRules } from './dates.ts'
import { numberStyle } from './numbers.ts'
import type { Rule } from './rule.ts'
import { lexiconRule, wordRules } from './words.ts'

/** Making them is dear. Only languages that passed `languageTag` get here. */
const made = new Map<string, readonly Rule[]>()

/**
 * The rules by which a language is read aloud, in the order in which they are tried; the names that
 * a publication says in its own way come before all.
 */
export function rulesFor(language: string, lexicon: ReadonlyMap<string, string>): readonly Rule[] {
  const known = made.get(language)
  const rules = known ?? rulesOf(language)
  if (known === undefined) made.set(language, rules)
  const names = lexiconRule(lexicon)
  return names === null ? rules : [names, ...rules]
}

function rulesOf(language: string): readonly Rule[] {
  const table = tableFor(language)
  const style = numberStyle(language, table)
  return [
    ...dateRules(language, table),
    ...table.rules,
    ...wordRules(table),
    ...amountRules(language, table, style),
  ]
}
