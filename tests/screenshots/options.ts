import { parseArgs } from 'node:util'

export const widths = [390, 820, 1280] as const
export const themes = ['light', 'dark', 'sepia', 'contrast'] as const

export type Theme = (typeof themes)[number]

export interface Options {
  /** What is looked at: the demo's pages, or those of stories that are hard to set. */
  readonly of: 'demo' | 'gallery' | 'readme'
  /** Names of pages, or all of them when empty. */
  readonly pages: readonly string[]
  readonly locales: readonly string[]
  readonly themes: readonly Theme[]
  readonly widths: readonly number[]
}

export const usage = `npm run screenshots -- [OPTION …]
  --gallery             pages that are hard to set, instead of the demo's
  --readme              only the two pictures of the README
  --page front,topics   these pages; all without it
  --locale nl,ar        in these languages (nl,ar)
  --theme light,dark    in these of ${themes.join(', ')} (light,dark)
  --width 390,820,1280  so wide (${widths.join(',')})`

/** @throws an error that says what cannot be understood */
export function readOptions(words: readonly string[]): Options {
  const list = { type: 'string' } as const
  const yes = { type: 'boolean', default: false } as const
  const options = { gallery: yes, readme: yes, page: list, locale: list, theme: list, width: list }
  const { values } = parseArgs({ args: [...words], options })
  return {
    of: values.readme ? 'readme' : values.gallery ? 'gallery' : 'demo',
    pages: parts(values.page ?? ''),
    locales: parts(values.locale ?? 'nl,ar'),
    themes: parts(values.theme ?? 'light,dark').map(themeNamed),
    widths: parts(values.width ?? widths.join()).map(widthNamed),
  }
}

const parts = (text: string) => text.split(',').filter((part) => part !== '')

function themeNamed(name: string): Theme {
  const theme = themes.find((one) => one === name)
  if (theme === undefined) throw new Error(`There is no theme "${name}": ${themes.join(', ')}.`)
  return theme
}

function widthNamed(text: string): number {
  const width = /^\d{3,4}$/.test(text) ? Number(text) : 0
  if (width < 240 || width > 4_000) throw new Error(`"${text}" is no width from 240 to 4000.`)
  return width
}
