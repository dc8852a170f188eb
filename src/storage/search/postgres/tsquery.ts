import type { Match } from '../expression.ts'
import { fieldSign, nowhere, startSign } from './lexemes.ts'

/** A match as PostgreSQL is asked it (its manual, "8.11.2. tsquery"): lexemes are always quoted. */
export const tsqueryOf = (match: Match): string => written(match, '<->')

/**
 * The same without the order of words: all that match, and some that do not. What all has to be so is
 * asked for one by one: GIN then goes from one list to the next by what is rarest, and reads less.
 */
export function looseTsqueriesOf(match: Match): readonly string[] {
  switch (match.is) {
    case 'all':
      return match.of.flatMap(looseTsqueriesOf)
    case 'words': {
      const [way = [], ...others] = match.ways
      if (others.length > 0 || way.length < 2) return [written(match, '&')]
      return way.map((term) => written({ ...match, ways: [[term]] }, '&'))
    }
    case 'without': {
      const [first, ...others] = looseTsqueriesOf(match.those)
      // What has these words in another order is not to be left out.
      if (first === undefined || hasOrder(match.these)) return looseTsqueriesOf(match.those)
      return [`(${first} & !${written(match.these, '&')})`, ...others]
    }
    default:
      return [written(match, '&')]
  }
}

function written(match: Match, next: '<->' | '&'): string {
  const inner = (one: Match): string => written(one, next)
  switch (match.is) {
    case 'words': {
      const sign = match.field === null ? '' : fieldSign(match.field)
      const ways = match.ways.map((way) => way.map((term) => quoted(sign + term)).join(` ${next} `))
      return ways.length === 0 ? quoted(nowhere) : `(${ways.map((way) => `(${way})`).join(' | ')})`
    }
    case 'tags':
      return `(${match.tags.map(quoted).join(' | ')})`
    case 'beginning':
      return quoted(startSign + match.start)
    case 'all':
      return `(${match.of.map(inner).join(' & ')})`
    case 'any':
      return `(${match.of.map(inner).join(' | ')})`
    case 'without':
      if (next === '&' && hasOrder(match.these)) return inner(match.those)
      return `(${inner(match.those)} & !${inner(match.these)})`
  }
}

/** Whether it asks for words one behind the other. */
export function hasOrder(match: Match): boolean {
  switch (match.is) {
    case 'words':
      return match.ways.some((way) => way.length > 1)
    case 'all':
    case 'any':
      return match.of.some(hasOrder)
    case 'without':
      return hasOrder(match.those) || hasOrder(match.these)
    default:
      return false
  }
}

/** Terms are letters and digits, and tags the same behind a sign: nothing in them ends a quote. */
const quoted = (lexeme: string): string => `'${lexeme}'`
