import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { paper } from '../paper.ts'

const folder = new URL('./', import.meta.url)
const styles = globSync('*.css', { cwd: folder }).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8').replaceAll(/\/\*.*?\*\//gs, ''),
}))

/** What text is set in, and what it stands on, all over the stand. */
const inks = ['ink', 'ink-soft', 'accent']
const papers = ['paper', 'sheet']

type Colours = Readonly<Record<string, string>>
const themes: Readonly<Record<string, Colours>> = readThemes()

describe('every theme', () => {
  it('keeps its words readable: 4.5 to 1 at least', () => {
    assert.deepEqual(Object.keys(themes), ['light', 'dark', 'sepia', 'contrast', 'contrast-dark'])
    for (const [theme, colours] of Object.entries(themes)) {
      for (const [one, other] of pairs) atLeast(theme, colours, [one, other], 4.5)
    }
  })

  it('keeps them at 7 to 1 where the reader wants high contrast', () => {
    for (const theme of ['contrast', 'contrast-dark']) {
      for (const [one, other] of pairs) atLeast(theme, themes[theme] ?? {}, [one, other], 7)
    }
  })

  it('shows what can be pressed by a line of 3 to 1', () => {
    for (const [theme, colours] of Object.entries(themes)) {
      for (const on of papers) atLeast(theme, colours, ['rule-strong', on], 3)
    }
  })

  it('is the same for readers whose system asks for more contrast and for those who chose it', () => {
    const text = tokens()
    assert.deepEqual(coloursIn(text, /\[data-theme="system"\] \{/), coloursOf(text, 'contrast'))
  })

  it('gives browsers the colour of its paper for what surrounds the page', () => {
    assert.deepEqual(paper, { light: themes.light?.paper, dark: themes.dark?.paper })
  })
})

it('text has a colour of the theme everywhere, so that the sums above are about all of it', () => {
  // Covers are drawn as pictures of paper, in colours of their own.
  for (const { name, text } of styles.filter((one) => one.name !== 'cover.css')) {
    for (const [, said = ''] of text.matchAll(/(?:^|[\s{;])color:\s*([^;}]+)/g)) {
      const token = /^var\(--([\w-]+)\)$/.exec(said)?.[1] ?? said
      assert.ok([...inks, 'paper', 'inherit', 'currentColor'].includes(token), `${name}: ${said}`)
    }
    for (const [, block = ''] of text.matchAll(/\{([^{}]*color: var\(--paper\)[^{}]*)\}/g)) {
      assert.match(block, /background: var\(--ink\)/, `${name}: paper is for letters on ink only`)
    }
  }
})

const pairs: readonly (readonly [string, string])[] = [
  ...inks.flatMap((ink) => papers.map((on) => [ink, on] as const)),
  // Selected words, and buttons under a pointer.
  ['ink', 'mark'],
  ['paper', 'ink'],
]

function atLeast(
  theme: string,
  colours: Colours,
  [one, other]: readonly [string, string],
  least: number,
) {
  const found = contrast(colours[one] ?? '', colours[other] ?? '')
  assert.ok(found >= least, `${theme}: ${one} on ${other} is ${found.toFixed(2)}`)
}

function tokens(): string {
  return styles.find(({ name }) => name === 'tokens.css')?.text ?? ''
}

/** Every theme as a reader sees it: the first colours, changed by those of the theme. */
function readThemes(): Readonly<Record<string, Colours>> {
  const text = tokens()
  const first = coloursIn(text, /:root,\s*\[data-theme\] \{/)
  const sepia = { ...first, ...coloursOf(text, 'sepia') }
  const high = { ...first, ...coloursOf(text, 'contrast') }
  return {
    light: side(first, 0),
    dark: side(first, 1),
    sepia: side(sepia, 0),
    contrast: side(high, 0),
    'contrast-dark': side(high, 1),
  }
}

function coloursOf(text: string, theme: string): Colours {
  return coloursIn(text, new RegExp(`\\[data-theme="${theme}"\\] \\{`))
}

function coloursIn(text: string, selector: RegExp): Colours {
  const at = selector.exec(text)
  assert.ok(at, String(selector))
  const block = text.slice(at.index + at[0].length).split('}')[0] ?? ''
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
}

/** The light or the dark side of each colour that has two. */
function side(colours: Colours, which: 0 | 1): Colours {
  const sides = Object.entries(colours).map(([name, value]) => {
    const both = /^light-dark\((.+), (.+)\)$/.exec(value)
    return [name, both?.[which + 1] ?? value]
  })
  return Object.fromEntries(sides)
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(colour)?.[1]
  assert.ok(digits, `not a colour: ${colour}`)
  const wide = digits.length === 6 ? digits : digits.replaceAll(/./g, '$&$&')
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(wide.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
