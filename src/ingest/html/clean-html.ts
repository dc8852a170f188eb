import sanitizeHtml from 'sanitize-html'
import { inlineElements, sameAs } from './allowed.ts'
import { deepest } from './depth.ts'

/** Elements that become blocks, or that only hold others. */
const flowElements = `address article aside blockquote body caption center col colgroup dd details
  div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main
  nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/)

/** Elements that bring something from elsewhere: they become pictures or link cards. */
const broughtElements = 'img picture source figure iframe embed object video audio'.split(' ')

const rubyElements = ['ruby', 'rb', 'rt', 'rp']

/** Elements whose text is not for readers either. */
const droppedWhole = `script style textarea option select button svg template title noembed noframes
  applet datalist`.split(/\s+/)

const lazySources = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-srcset',
  'data-lazy-srcset',
]

/** Marks of embedded messages, which stay until the blocks are made. */
const embedClasses = `twitter-tweet instagram-media tiktok-embed bluesky-embed mastodon-embed
  fb-post reddit-embed-bq threads-embed`.split(/\s+/)

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...inlineElements.keys(),
    ...sameAs.keys(),
    ...flowElements,
    ...broughtElements,
    ...rubyElements,
    'noscript',
    'wbr',
  ],
  allowedAttributes: {
    '*': ['lang', 'dir'],
    a: ['href'],
    abbr: ['title'],
    acronym: ['title'],
    time: ['datetime'],
    img: ['src', 'srcset', 'alt', 'width', 'height', ...lazySources],
    source: ['src', 'srcset', 'type', ...lazySources],
    iframe: ['src', 'title', 'width', 'height', 'data-src'],
    embed: ['src', 'title'],
    object: ['data', 'title'],
    video: ['src', 'title', 'aria-label'],
    audio: ['src', 'title', 'aria-label'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
  },
  allowedClasses: { blockquote: embedClasses },
  nonTextTags: droppedWhole,
  // Addresses are judged one by one where they are used, with a remark for each that is refused.
  allowedSchemes: ['http', 'https', 'mailto', 'data', 'javascript', 'file', 'vbscript', 'ftp'],
  allowVulnerableTags: false,
  disallowedTagsMode: 'discard',
  nestingLimit: deepest,
  enforceHtmlBoundary: false,
  parseStyleAttributes: false,
}

/** The same HTML with nothing in it but elements and attributes that blocks are made from. */
export function cleanHtml(html: string): string {
  return sanitizeHtml(html, options)
}
