import type { Match } from '../expression.ts'
import { fieldSign, nowhere, startSign } from './lexemes.ts'

/** A match as PostgreSQL is asked it (its manual, "8.11.2. tsquery"): lexemes are always quoted. */
export function tsqueryOf(match: Match): string {
  switch (match.is) {
    case 'words': {
      const sign = match.field === null ? '' : fieldSign(match.field)
      const ways = match.ways.map((way) => way.map((term) => quoted(sign + term)).join(' <-> '))
      return ways.length === 0 ? quoted(nowhere) : `(${ways.map((way) => `(${way})`).join(' | ')})`
    }
    case 'tags':
      return `(${match.tags.map(quoted).join(' | ')})`
    case 'beginning':
      return quoted(startSign + match.start)
    case 'all':
      return `(${match.of.map(tsqueryOf).join(' & ')})`
    case 'any':
      return `(${match.of.map(tsqueryOf).join(' | ')})`
    case 'without':
      return `(${tsqueryOf(match.those)} & !${tsqueryOf(match.these)})`
  }
}

/** Terms are letters and digits, and tags the same behind a sign: nothing in them ends a quote. */
const quoted = (lexeme: string): string => `'${lexeme}'`
