export interface Sought {
  /** Names of the elements, with their prefixes; letter case does not matter. */
  readonly names: readonly string[]
  /** Names of the elements around them, whose end ends what is still open. */
  readonly around: readonly string[]
  readonly isWellFormed: boolean
}

export interface Tag {
  /** "around" is the end of an element around those that are sought. */
  readonly kind: 'start' | 'empty' | 'end' | 'around'
  readonly name: string
  readonly start: number
  readonly end: number
  /** True when the text ends before the tag does; it is the last then. */
  readonly isCutOff: boolean
}

/**
 * The tags of some elements, in order. Comments and CDATA are passed over, unless they have no end
 * or, in XML that is not well-formed, have plainly lost it: where another begins behind the end of
 * an element, the end found is the other's. Linear: nothing is searched for twice.
 */
export function* tagsIn(text: string, { names, around, isWellFormed }: Sought): Generator<Tag> {
  const element = any(names)
  const mark = new RegExp(
    `<!--|<!\\[CDATA\\[|<(/?)(${element})(?=[\\s/>]|$)|</(?:${any(around)})(?=[\\s>]|$)`,
    'gi',
  )
  const ending = new RegExp(`</(?:${element})[\\s>]`, 'i')
  const greater = finder(text, '>')
  const hidden = {
    '<!--': { next: finder(text, '<!--'), end: finder(text, '-->') },
    '<![cdata[': { next: finder(text, '<![CDATA['), end: finder(text, ']]>') },
  }
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const [whole, slash, name] = found
    const start = found.index
    const opener = whole.toLowerCase()
    if (opener === '<!--' || opener === '<![cdata[') {
      const end = hidden[opener].end(mark.lastIndex)
      const next = hidden[opener].next(mark.lastIndex)
      const isLost =
        !isWellFormed && next !== -1 && next < end && ending.test(text.slice(start, next))
      if (end !== -1 && !isLost) mark.lastIndex = end
      continue
    }
    const last = greater(start)
    const end = last === -1 ? text.length : last + 1
    const isEmpty = text[last - 1] === '/'
    const kind = name === undefined ? 'around' : slash === '/' ? 'end' : isEmpty ? 'empty' : 'start'
    yield { kind, name: name ?? '', start, end, isCutOff: last === -1 }
    if (last === -1) return
  }
}

const any = (names: readonly string[]): string => names.map((name) => RegExp.escape(name)).join('|')

/** Where a mark is next, asked for places in rising order; -1 when there is none left. */
function finder(text: string, mark: string): (from: number) => number {
  let found = -2
  return (from) => {
    if (found !== -1 && found < from) found = text.indexOf(mark, from)
    return found
  }
}
