import { html } from 'hono/html'
import { type Direction, directionOf } from '#ground/language'
import type { Html } from '../page.ts'

/** The attributes that say in which language these words are, and which way they run. */
export function spokenIn(language: string, direction: Direction = directionOf(language)): Html {
  const key = `${language} ${direction}`
  const known = attributes.get(key)
  if (known !== undefined) return known
  const made = html`lang="${language}" dir="${direction}"`
  if (attributes.size < mostLanguages) attributes.set(key, made)
  return made
}

const mostLanguages = 500
const attributes = new Map<string, Html>()
