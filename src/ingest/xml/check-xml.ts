import { SaxesParser } from 'saxes'
import type { Remark } from '../remark.ts'

const deepest = 256
const mostAttributes = 256
const longestAttribute = 65_536

export type XmlCheck =
  | { readonly ok: true; readonly remarks: readonly Remark[] }
  | { readonly ok: false; readonly remarks: readonly [Remark] }

/**
 * Reads the XML once, keeping nothing, to refuse what would cost a parser dearly: definitions of
 * entities, depth, floods of attributes. Namespaces are off, since with them saxes is quadratic in
 * depth. XML that is not well-formed passes with a warning.
 */
export function checkXml(text: string): XmlCheck {
  let first: Remark | null = null
  let depth = 0
  let attributes = 0
  const parser = new ForgivingParser({ xmlns: false, position: true })
  const where = () => `line ${parser.line}`

  parser.on('doctype', (doctype) => refuseDoctype(doctype, where()))
  parser.on('opentagstart', () => {
    depth += 1
    attributes = 0
    if (depth > deepest) throw new Refusal(tooDeep(where()))
  })
  parser.on('attribute', ({ value }) => {
    attributes += 1
    if (attributes > mostAttributes || value.length > longestAttribute) {
      throw new Refusal(tooManyAttributes(where()))
    }
  })
  parser.on('closetag', () => {
    depth -= 1
  })
  parser.onFault = (message) => {
    first ??= notWellFormed(message, where())
  }

  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, remarks: [error.remark] }
    first ??= notWellFormed(String(error), where())
  }
  return { ok: true, remarks: first === null ? [] : [first] }
}

/** Makes no Error of each fault: a stack for each of a million would take seconds. */
class ForgivingParser extends SaxesParser {
  onFault: (message: string) => void = () => {}
  override fail(message: string): this {
    this.onFault(message)
    return this
  }
}

class Refusal extends Error {
  readonly remark: Remark
  constructor(remark: Remark) {
    super(remark.message)
    this.name = 'Refusal'
    this.remark = remark
  }
}

/** A public name and an address on the web are the old feeds' habit, and are never fetched. */
function refuseDoctype(doctype: string, where: string): void {
  const bracket = doctype.indexOf('[')
  const outside = bracket === -1 ? doctype : doctype.slice(0, bracket)
  const inside = bracket === -1 ? '' : doctype.slice(bracket)
  const entityElsewhere = /<!ENTITY[^>]*\b(?:SYSTEM|PUBLIC)\b/i.test(inside)
  const system = /\b(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+["']([^"']*)/i.exec(outside)?.[1]
  if (
    entityElsewhere ||
    (system !== undefined && /^(?!https?:)[a-z][a-z\d+.-]*:|^\//i.test(system))
  )
    throw new Refusal({
      code: 'xml.external-entity',
      message: 'The XML refers to another file in its DOCTYPE. Remove the DOCTYPE and send again.',
      where,
    })
  if (inside !== '')
    throw new Refusal({
      code: 'xml.dtd',
      message:
        'The XML defines its own entities in its DOCTYPE. Write the characters themselves and remove the DOCTYPE.',
      where,
    })
}

const tooDeep = (where: string): Remark => ({
  code: 'xml.too-deep',
  message: `The XML is nested deeper than ${deepest} elements. Close what was opened.`,
  where,
})

const tooManyAttributes = (where: string): Remark => ({
  code: 'xml.too-many-attributes',
  message: `An element has over ${mostAttributes} attributes, or one of over ${longestAttribute} characters. Put text between tags.`,
  where,
})

const notWellFormed = (message: string, where: string): Remark => ({
  code: 'feed.not-well-formed',
  message: `The XML is not well-formed (${message.slice(0, 120)}) and was read as well as it went. Write it with an XML library.`,
  where,
})
