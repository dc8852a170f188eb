/** Elements nested deeper than this are no text that a person wrote. */
export const deepest = 256

/**
 * Whether elements are nested deeper than `deepest`. One pass over the characters, so that no
 * parser, all of which slow down with depth, has to find out.
 */
export function isTooDeep(html: string): boolean {
  let depth = 0
  for (const { name, closing } of tagsIn(html)) {
    if (neverNests.has(name)) continue
    depth = Math.max(0, depth + (closing ? -1 : 1))
    if (depth > deepest) return true
  }
  return false
}

/** Elements without content, and those that the next of their kind closes. */
const neverNests = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option optgroup thead tbody tfoot colgroup rb rt rp'.split(
    ' ',
  ),
)

/** Elements in which a tag is only text. */
const rawText = new Set(['script', 'style', 'textarea', 'title'])

interface Tag {
  readonly name: string
  readonly closing: boolean
  readonly start: number
  readonly end: number
}

/** The tags of a text as a browser would find them, in one pass that never goes back. */
export function* tagsIn(html: string): Generator<Tag> {
  const opening = /<(?:!--|(\/?)([A-Za-z][^\s/>]*))/g
  for (let found = opening.exec(html); found !== null; found = opening.exec(html)) {
    const [whole, slash, written] = found
    if (written === undefined) {
      const end = html.indexOf('-->', found.index + 2)
      if (end === -1) return
      opening.lastIndex = end + 3
      continue
    }
    const name = written.toLowerCase()
    const end = endOfTag(html, found.index + whole.length)
    yield { name, closing: slash === '/', start: found.index, end }
    opening.lastIndex = slash === '' && rawText.has(name) ? endOfRawText(html, name, end) : end
  }
}

/** A ">" within a quoted value does not end its tag. */
function endOfTag(html: string, from: number): number {
  const stop = /=\s*(["'])|>/g
  stop.lastIndex = from
  for (let found = stop.exec(html); found !== null; found = stop.exec(html)) {
    if (found[1] === undefined) return stop.lastIndex
    const quote = html.indexOf(found[1], stop.lastIndex)
    if (quote === -1) return html.length
    stop.lastIndex = quote + 1
  }
  return html.length
}

function endOfRawText(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  close.lastIndex = from
  return close.exec(html)?.index ?? html.length
}
