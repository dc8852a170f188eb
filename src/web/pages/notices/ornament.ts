import { html } from 'hono/html'
import type { Html } from '../../page.ts'

/**
 * Drawings of our own on one grid: a stand with its shelf bare, a paper with a hole where
 * a story was, a stand with its shutter half down, a stand waiting for its papers.
 */
const drawings = {
  missing: [
    'M14 34h92M22 34v44M98 34v44M22 78h76',
    'M14 34l8-18h76l8 18M37.5 16l-4 18M60 16v18M82.5 16l4 18',
    'M14 34q5.75 7 11.5 0M25.5 34q5.75 7 11.5 0M37 34q5.75 7 11.5 0M48.5 34q5.75 7 11.5 0M60 34q5.75 7 11.5 0M71.5 34q5.75 7 11.5 0M83 34q5.75 7 11.5 0M94.5 34q5.75 7 11.5 0',
    'M22 60h76M34 60v-6M52 60v-6M68 60v-6M86 60v-6',
  ],
  gone: [
    'M14 10h60v62a6 6 0 0 0 12 0V24H74M14 10v62a6 6 0 0 0 6 6h60',
    'M22 20h44',
    'M22 30h18M22 37h18M22 44h18M48 58h18M48 65h18M22 58h18M22 65h18',
  ],
  failure: [
    'M14 34h92M22 34v44M98 34v44M16 78h88',
    'M14 34l8-18h76l8 18M37.5 16l-4 18M60 16v18M82.5 16l4 18',
    'M27 40h66M27 46h66M27 52h66M27 58h66M60 58v5M56 66h8',
  ],
  empty: [
    'M14 34h92M22 34v44M98 34v44M22 78h76',
    'M14 34l8-18h76l8 18M37.5 16l-4 18M60 16v18M82.5 16l4 18',
    'M14 34q5.75 7 11.5 0M25.5 34q5.75 7 11.5 0M37 34q5.75 7 11.5 0M48.5 34q5.75 7 11.5 0M60 34q5.75 7 11.5 0M71.5 34q5.75 7 11.5 0M83 34q5.75 7 11.5 0M94.5 34q5.75 7 11.5 0',
    'M22 64h76M50 64v-18h20v18M54 51h12M54 55h12M54 59h7',
  ],
} as const satisfies Record<string, readonly string[]>

/** The box that is cut out of the paper: its edge is drawn with scissors. */
const cutOut = 'M48 30h18v21H48z'

export type OrnamentName = keyof typeof drawings

/** A drawing above a notice, in the ink of the page; it says nothing that the words do not. */
export function ornament(name: OrnamentName): Html {
  const lines = drawings[name].map((line) => html`<path d="${line}"/>`)
  const cut = name === 'gone' ? html`<path class="cut" d="${cutOut}"/>` : ''
  return html`<svg class="ornament" viewBox="13 8 94 74" width="120" height="94" aria-hidden="true">${lines}${cut}</svg>`
}
