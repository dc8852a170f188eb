/** Text as an engine of SSML is given it. */
export interface Ssml {
  readonly ssml: string
  /** For each code point of `ssml`, the code point of the text that it stands for. */
  readonly from: Uint32Array
}

const written: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // An engine reads on over a single line break, and pauses at an empty line.
  '\n': '\n\n',
}

/**
 * The engine takes every text for SSML, so a story could put silence or other voices into it; and it
 * takes control characters for commands.
 */
export function ssmlOf(text: string): Ssml {
  const from: number[] = []
  let ssml = ''
  let codePoint = 0
  for (const letter of text.toWellFormed()) {
    const said = written[letter] ?? (/\p{Cc}/u.test(letter) ? ' ' : letter)
    ssml += said
    for (const _ of said) from.push(codePoint)
    codePoint += 1
  }
  return { ssml, from: Uint32Array.from(from) }
}
