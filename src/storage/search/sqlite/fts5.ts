import type { Match } from '../expression.ts'

/** A match as FTS5 is asked it (sqlite.org/fts5.html, "Full-text Query Syntax"): terms are quoted. */
export function fts5Of(match: Match): string {
  switch (match.is) {
    case 'words': {
      const ways = match.ways.map((way) => `"${way.join(' ')}"`).join(' OR ')
      if (ways === '') return nowhere
      // No word is a tag, so to look everywhere needs no list of columns, which would cost time.
      return match.field === null ? `(${ways})` : `({${match.field}} : (${ways}))`
    }
    case 'tags':
      return `(${match.tags.map((tag) => `"${tag}"`).join(' OR ')})`
    case 'beginning':
      return `("${match.start}" *)`
    case 'all':
      return `(${match.of.map(fts5Of).join(' AND ')})`
    case 'any':
      return `(${match.of.map(fts5Of).join(' OR ')})`
    case 'without':
      return `(${fts5Of(match.those)} NOT ${fts5Of(match.these)})`
  }
}

/** A sign of private use that no text and no tag has. */
const nowhere = '("\uE000")'
