import { html } from 'hono/html'
import type { Html } from '../page.ts'

/** Our own drawings on a grid of 24, in lines of 1.75; the style sheet gives colour and width. */
const drawings = {
  share: 'M12 15V3.5M8 7l4-4 4 4M6 11H4.5v9.5h15V11H18',
  copy: 'M9 8.5h11.5v12H9zM15.5 8.5v-5h-12v12H9',
  print: 'M7 8.5V3.5h10v5M7 17H3.5V8.5h17V17H17M7 14h10v6.5H7z',
  cite: 'M9.5 7C6.5 8 4.5 10 4.5 13.5V17h5v-5h-4M19.5 7c-3 1-5 3-5 6.5V17h5v-5h-4',
  previous: 'M14.5 5.5 8 12l6.5 6.5',
  next: 'M9.5 5.5 16 12l-6.5 6.5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  language:
    'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17zM3.5 12h17M12 3.5c-5 5-5 12 0 17c5-5 5-12 0-17',
  display: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17zM12 3.5v17M12 8h6.6M12 12h8.5M12 16h6.6',
  feed: 'M4.5 10.5a9 9 0 0 1 9 9M4.5 4.5a15 15 0 0 1 15 15M5.5 18.5h.01',
  check: 'M4.5 12.5l5 5L19.5 6.5',
  external: 'M13.5 4.5h6v6M19.5 4.5 11 13M10 5.5H4.5v14h14V14',
  close: 'M6 6l12 12M18 6 6 18',
  listen:
    'M4 14v-2a8 8 0 0 1 16 0v2M4 13.5h3.5v6H5.5A1.5 1.5 0 0 1 4 18zM20 13.5h-3.5v6h2A1.5 1.5 0 0 0 20 18z',
  translate:
    'M3.5 6h10M8.5 3.5V6M11.5 6c-1 4-4 7-8 8.5M5.5 9c1 2.5 3 4.5 6 5.5M12 20.5l4.25-11 4.25 11M13.5 17h5.5',
  'text-size': 'M3 19.5 8.5 5 14 19.5M5 14.5h7M15.5 19.5l3-8 3 8M16.6 16.5h3.8',
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  'paragraph-back': 'M19 5.5 9.5 12l9.5 6.5zM5.5 5.5v13',
  'paragraph-forward': 'M5 5.5 14.5 12 5 18.5zM18.5 5.5v13',
  grip: 'M9 6h.01M9 12h.01M9 18h.01M15 6h.01M15 12h.01M15 18h.01',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  locate: 'M12 4.5v15M6 13.5l6 6 6-6',
  up: 'M6 14.5 12 8.5l6 6',
  down: 'M6 9.5l6 6 6-6',
  queue: 'M4 6.5h16M4 12h10M4 17.5h10M17 11.5v7l4.5-3.5z',
  plus: 'M12 5v14M5 12h14',
  bookmark: 'M6.5 3.5h11v17L12 16l-5.5 4.5z',
  list: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM15.5 15.5l5 5',
} as const satisfies Record<string, string>

export type IconName = keyof typeof drawings

/**
 * These point along the line of text, so they turn round where it runs from right to left. Those of
 * a player do not: sound runs from left to right for everybody.
 */
const turning: ReadonlySet<IconName> = new Set(['previous', 'next', 'external'])

/**
 * A drawing beside words that say the same: it has no name of its own. It stands in the page where
 * it is used. The six that a story shows add 0.17 kB to it, compressed; called from one file of all
 * of them they would add 0.08 kB, and 1.3 kB with its headers and a request to a first visit.
 */
export function icon(name: IconName): Html {
  const turns = turning.has(name) ? ' turns' : ''
  return html`<svg class="icon${turns}" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="${drawings[name]}"/></svg>`
}
