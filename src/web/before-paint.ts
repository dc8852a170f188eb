import { hash } from 'node:crypto'

/**
 * The one script that stands in a page. Before anything is painted it says whether somebody is
 * signed in here, so that a page that is the same for everyone shows the right way in, and names the
 * theme a reader chose, which also tells the style sheet that there is a script at all. Where
 * nothing may be kept it names none, and the system is followed. It says how stories are to be set
 * in words of which the style sheet knows each, or does nothing; a face other than the stand's is
 * fetched at once, for text that has begun in another would move. It holds no character that a page
 * would escape.
 */
export const beforePaint =
  'try{let d=document,s=d.documentElement.dataset,l,r;if(/\\breader=1/.test(d.cookie))s.reader=1;l=localStorage;s.theme=l.theme||`system`;r=l.reading||``;if(/^[a-z0-9 -]{1,150}$/.test(r)){s.reading=r;r=d.head.dataset[/face-(hyperlegible|dyslexic)/.exec(r)?.[1]];if(r)for(let h of r.split(` `))d.head.append(Object.assign(d.createElement(`link`),{rel:`preload`,as:`font`,crossOrigin:``,href:h}))}}catch{}'

/** What a content security policy calls it. */
export const beforePaintHash = `'sha256-${hash('sha256', beforePaint, 'base64')}'`
