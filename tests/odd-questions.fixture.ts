import { chanceFrom } from '#ground/chance'

const pieces = [
  ...[
    '"',
    '“',
    '«',
    '*',
    'AND',
    'OR',
    'NOT',
    'NEAR(',
    '-',
    '−',
    ':',
    '^',
    '(',
    ')',
    '{text}:',
    ';--',
  ],
  ...[
    '\0',
    '\u0001',
    '\u202e',
    '\u2067',
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\ud800',
    '\udc00',
    '\uE001en',
  ],
  ...['😀', '👩‍👩‍👧', '🇳🇱', '港口', 'ม', 'كتاب', 'é', 'e\u0301', 'ﬁ', 'ß', 'İ', '½', '٣'],
  ...[
    'by:',
    'door:',
    'from:2031',
    'to:0000-99-99',
    'from:9999-13-32',
    'publication:"',
    'toString:',
  ],
  ...[
    'ferry',
    'the',
    '__proto__',
    'constructor',
    '%',
    '%00',
    '%ff',
    '&',
    '#',
    '?',
    '<b>',
    '$&',
    '\\',
  ],
]

/** Questions that nobody means, some of them 10 kB long. */
export function oddQuestions(count: number, seed: number): readonly string[] {
  const chance = chanceFrom(seed)
  const pick = () => chance.oneOf(pieces)
  const sign = () => String.fromCharCode(chance.below(0x10000))
  return Array.from({ length: count }, () => {
    const length = 1 + chance.below(12)
    const parts = Array.from({ length }, () => (chance.share() < 0.2 ? sign() : pick()))
    const text = parts.join(chance.share() < 0.5 ? ' ' : '')
    return chance.share() < 0.02 ? text.repeat(1 + Math.ceil(10_000 / text.length)) : text
  })
}

/** The query of an address with this question, in one of the ways in which it can be spelled. */
export function queryWith(question: string, at: number): string {
  const filters = ['', '&order=newest', '&language=%00&page=-1', '&from=9999-99&door=open&door=x']
  // As old programs spell it, and as forms do.
  const q =
    at % 3 === 0 ? escape(question) : new URLSearchParams({ q: question }).toString().slice(2)
  return `?q=${q}${filters[at % filters.length]}`
}
