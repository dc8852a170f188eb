import type { Format } from '../../format.ts'
import { fileNameOf } from './path.ts'
import { readMarkdown } from './read-markdown.ts'

/** A Markdown file with a head, as site generators keep stories: one file is one story. */
export const markdown: Format = {
  name: 'markdown',
  recognises: ({ from, contentType, text }) =>
    /\.(?:md|markdown|mdown|mkd)$/i.test(fileNameOf(from)) ||
    /^text\/(?:x-)?markdown\b/i.test(contentType ?? '') ||
    /^\uFEFF?---[ \t]*\r?\n(?:[^\n]*\n){0,20}(?:title|headline)[ \t]*:/.test(text.slice(0, 4_000)),
  read: readMarkdown,
}
