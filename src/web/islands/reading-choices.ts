/**
 * What a reader may choose of how stories are set. A choice stands as one word, "size-130", in what
 * is kept and in <html data-reading>; the style sheet has a rule for each, in reading.css, and a word
 * that neither knows does nothing. What is usual is not written down.
 */
export const readingChoices = {
  /** Per cent. */
  size: {
    values: ['80', '90', '100', '115', '130', '150', '175', '200', '250', '300'],
    usual: '100',
  },
  face: { values: ['own', 'serif', 'sans', 'hyperlegible', 'dyslexic'], usual: 'own' },
  line: { values: ['0', '1', '2', '3'], usual: '1' },
  width: { values: ['0', '1', '2', '3'], usual: '1' },
  letter: { values: ['0', '1', '2'], usual: '0' },
  word: { values: ['0', '1', '2'], usual: '0' },
  paragraph: { values: ['0', '1', '2'], usual: '0' },
  align: { values: ['start', 'justify'], usual: 'start' },
  hyphens: { values: ['on', 'off'], usual: 'on' },
} as const satisfies Record<string, Scale>

interface Scale {
  readonly values: readonly string[]
  readonly usual: string
}

export type ReadingChoice = keyof typeof readingChoices
export type ReadingChoices = Readonly<Record<ReadingChoice, string>>

const scales: readonly (readonly [string, Scale])[] = Object.entries(readingChoices)

/** What these words choose; a word that is unknown, or says something else again, is left out. */
export function choicesIn(words: string): ReadingChoices {
  const said = words.split(' ')
  const chosen = scales.map(([name, { values, usual }]) => [
    name,
    values.find((value) => value !== usual && said.includes(`${name}-${value}`)) ?? usual,
  ])
  return Object.fromEntries(chosen)
}

export function wordsOf(choices: ReadingChoices): string {
  const said: Readonly<Record<string, string>> = choices
  return scales
    .filter(([name, { usual }]) => said[name] !== usual)
    .map(([name]) => `${name}-${said[name]}`)
    .join(' ')
}

/** The colours of the stand: the values of data-theme in tokens.css. */
export const themes = ['system', 'light', 'sepia', 'dark', 'contrast'] as const

export const presetNames = ['comfort', 'large', 'dyslexia'] as const

/** Ready-made, in the same words. */
export const presets = {
  comfort: 'size-115 line-2 paragraph-1',
  // WCAG 2.2, 1.4.12: a line of 1.5, a paragraph of 2, letters 0.12 em and words 0.16 em apart.
  large: 'size-130 line-2 letter-2 word-2 paragraph-2',
  dyslexia: 'size-115 face-dyslexic line-2 width-0 letter-1 paragraph-2 hyphens-off',
} as const
