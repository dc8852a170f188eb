/** Where a name table keeps what a font is called, not who made it (OpenType, "name"). */
const calling = new Set([1, 3, 4, 6, 16, 18, 21, 25])

/**
 * Calls a font otherwise inside: the Open Font License lets a maker reserve a name for the font as
 * they made it, and a cut one is another. Notices keep the name, for they say whose it is.
 * @param font an OpenType file, not packed; it is changed in place
 * @param to as many letters as the name it replaces, so that nothing in the file moves; no space
 */
export function callOtherwise(font: Buffer, from: string, to: string): Buffer {
  if (from.length !== to.length) throw new RangeError(`${to} is not as long as ${from}`)
  for (const { tag, at, length } of tablesOf(font)) {
    const table = font.subarray(at, at + length)
    if (tag === 'name') for (const record of recordsOf(table)) replace(record, from, to)
    // Its notices are not kept when a font is cut, so all that is left are names.
    if (tag === 'CFF ') replace(table, from, to)
  }
  return font
}

function tablesOf(font: Buffer) {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const entry = 12 + 16 * index
    const tag = font.toString('latin1', entry, entry + 4)
    return { tag, at: font.readUInt32BE(entry + 8), length: font.readUInt32BE(entry + 12) }
  })
}

function recordsOf(table: Buffer): readonly Buffer[] {
  const strings = table.readUInt16BE(4)
  return Array.from({ length: table.readUInt16BE(2) }, (_, index) => 6 + 12 * index)
    .filter((record) => calling.has(table.readUInt16BE(record + 6)))
    .map((record) => {
      const at = strings + table.readUInt16BE(record + 10)
      return table.subarray(at, at + table.readUInt16BE(record + 8))
    })
}

/** As it is written in bytes, and in the two bytes a letter of most records. */
function replace(bytes: Buffer, from: string, to: string): void {
  for (const write of [(text: string) => Buffer.from(text), inTwoBytes]) {
    const [old, other] = [write(from), write(to)]
    for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at)) other.copy(bytes, at)
  }
}

const inTwoBytes = (text: string) => Buffer.from(text, 'utf16le').swap16()
