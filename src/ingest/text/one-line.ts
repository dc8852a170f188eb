/** Marks that turn the direction of all that follows; a stray one garbles the rest of a page. */
const straying = /[\u202a-\u202e\u2066-\u2069\ufeff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be removed.
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g

/** Text as one line: white space folded, direction marks and control characters removed. */
export function oneLine(text: string): string {
  return withoutControls(text).replace(straying, '').replace(/\s+/g, ' ').trim()
}

/** Neither a database nor a page can hold these, and halves of characters are no text. */
export function withoutControls(text: string): string {
  return text.replace(controls, '').toWellFormed()
}
