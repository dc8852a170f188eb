const longest = 600
const compared = 60
const beginning = 600

/**
 * The standfirst that a short summary makes beside a whole text. Most summaries are the first
 * words of the text itself, cut off: those would be read twice, so they give none.
 */
export function standfirstOf(summary: string, text: string): string {
  const bare = summary.replace(/\s*(?:\[?(?:…|\.\.\.)\]?|&hellip;)\s*$/, '')
  if (bare === '' || bare.length > longest) return ''
  const start = letters(bare).slice(0, compared)
  return start === '' || letters(text.slice(0, beginning * 2)).includes(start) ? '' : summary
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
