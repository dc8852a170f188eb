/** One cut of the stand's letters. */
export interface Face {
  /** 200 to 800; Arabic letters know 400 to 700 and stay within. */
  readonly weight: number
  readonly italic?: boolean
  /** Small sizes have sturdier letters; without this they are cut for headlines. */
  readonly small?: boolean
  readonly capitals?: boolean
  /** Room between letters, in ems; scripts that join their letters get none. */
  readonly tracking?: number
}

/** Newsreader first, Arabic from Noto Naskh, any other script from what the system has. */
const families = 'Newsreader 16pt,Noto Naskh Arabic,serif,'

/** A font as Pango's markup names it; one of its points is a pixel at 72 dots an inch. */
export function fontOf({ weight, italic = false, small = false }: Face, size: number): string {
  const style = italic ? 'Italic ' : ''
  return `${families} ${style}${size.toFixed(2)}px @wght=${weight},opsz=${small ? 12 : 72}`
}

/** Where a letter may not be moved away from the next. */
export const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}]/u
