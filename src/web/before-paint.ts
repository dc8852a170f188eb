import { hash } from 'node:crypto'

/**
 * The one script that stands in a page. Before anything is painted it says whether somebody is
 * signed in here, so that a page that is the same for everyone shows the right way in, and names the
 * theme a reader chose, which also tells the style sheet that there is a script at all. Where
 * nothing may be kept it names none, and the system is followed. It holds no character that a page
 * would escape.
 */
export const beforePaint =
  'try{let{dataset}=document.documentElement;if(/\\breader=1/.test(document.cookie))dataset.reader=1;dataset.theme=localStorage.theme||`system`}catch{}'

/** What a content security policy calls it. */
export const beforePaintHash = `'sha256-${hash('sha256', beforePaint, 'base64')}'`
