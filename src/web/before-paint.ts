import { hash } from 'node:crypto'

/**
 * The one script that stands in a page: it names the theme a reader chose before anything is
 * painted, and so tells the style sheet that there is a script at all. Where nothing may be kept it
 * names none, and the system is followed. It holds no character that a page would escape.
 */
export const beforePaint =
  'try{document.documentElement.dataset.theme=localStorage.theme||`system`}catch{}'

/** What a content security policy calls it. */
export const beforePaintHash = `'sha256-${hash('sha256', beforePaint, 'base64')}'`
