/**
 * The inline elements a block may hold, each with the attributes it may carry besides `lang` and
 * `dir`. The sanitiser, the writer and the last check all read this one list.
 */
export const inlineElements: ReadonlyMap<string, readonly string[]> = new Map([
  ['a', ['href']],
  ['abbr', ['title']],
  ['bdi', []],
  ['bdo', []],
  ['br', []],
  ['cite', []],
  ['code', []],
  ['del', []],
  ['em', []],
  ['ins', []],
  ['kbd', []],
  ['mark', []],
  ['q', []],
  ['s', []],
  ['small', []],
  ['span', []],
  ['strong', []],
  ['sub', []],
  ['sup', []],
  ['time', ['datetime']],
])

/** Elements that mean the same as one we keep. */
export const sameAs: ReadonlyMap<string, string> = new Map([
  ['acronym', 'abbr'],
  ['b', 'strong'],
  ['dfn', 'em'],
  ['dt', 'strong'],
  ['i', 'em'],
  ['samp', 'code'],
  ['strike', 's'],
  ['tt', 'code'],
  ['var', 'em'],
])

const addresses = /^(?:https?:\/\/|mailto:)/
const values: Readonly<Record<string, RegExp>> = {
  href: addresses,
  dir: /^(?:ltr|rtl|auto)$/,
  lang: /^[A-Za-z0-9-]+$/,
  datetime: /^[\dTZ:.+-]+$/,
}

/** Whether this attribute of this element may stand in a block with this value. */
export function mayCarry(element: string, name: string, value: string): boolean {
  const known = name === 'lang' || name === 'dir' || inlineElements.get(element)?.includes(name)
  return known === true && element !== 'br' && (values[name]?.test(value) ?? true)
}
