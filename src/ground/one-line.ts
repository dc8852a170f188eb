/**
 * What somebody typed as one line of plain text: spaces in runs are one, and what cannot be seen and
 * only turns or breaks the text of others (control characters, marks that force a direction) is gone.
 */
export function oneLine(typed: string): string {
  return typed.replace(unseen, ' ').replace(/\s+/gu, ' ').trim()
}

const unseen = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu

/** As people count: an emoji of several code points is one. */
export function charactersIn(text: string): number {
  return [...segmenter.segment(text)].length
}

const segmenter = new Intl.Segmenter()
