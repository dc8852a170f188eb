import { aligned } from './align.ts'
import type { Found, Rule, Said } from './rule.ts'

interface Change {
  readonly start: number
  readonly end: number
  readonly spoken: string
}

/**
 * What is said of a text, by rules of which the first that takes a letter has it. What no rule takes
 * is said as it is written, letter by letter in its place.
 */
export function said(text: string, rules: readonly Rule[]): Said {
  const taken = new Uint8Array(text.length)
  const changes = rules.flatMap((rule) => changesBy(rule, text, taken))
  changes.sort((one, other) => one.start - other.start)
  const map: number[] = []
  let [spoken, at] = ['', 0]
  const asWritten = (end: number) => {
    for (const letter of text.slice(at, end)) {
      spoken += plainly(letter)
      for (const _ of plainly(letter)) map.push(at)
      at += letter.length
    }
  }
  for (const change of changes) {
    asWritten(change.start)
    spoken += change.spoken
    const places = aligned(text.slice(change.start, change.end), change.spoken)
    for (const place of places) map.push(change.start + place)
    at = change.end
  }
  asWritten(text.length)
  return { spoken, map }
}

function changesBy(rule: Rule, text: string, taken: Uint8Array): Change[] {
  const changes: Change[] = []
  for (const match of text.matchAll(rule.find)) {
    const [start, end] = [match.index, match.index + match[0].length]
    if (start === end || taken.subarray(start, end).includes(1)) continue
    const found: Found = { text: match[0], part: (name) => match.groups?.[name] ?? '' }
    const spoken = rule.say(found)
    if (spoken === null) continue
    taken.fill(1, start, end)
    const stop = rule.mayEnd === true && /\.$/.test(match[0]) && endsHere(text, end) ? '.' : ''
    changes.push({ start, end, spoken: `${spoken}${stop}` })
  }
  return changes
}

/** Nothing follows, or what looks like the beginning of a sentence. */
function endsHere(text: string, end: number): boolean {
  return /^["'»”’)\]]*(?:\s+["'«„“‘([]*\p{Lu}|\s*$)/u.test(text.slice(end, end + 40))
}

/** A line break of a script is one that the page draws, not one in its markup. */
function plainly(letter: string): string {
  if (/\s/.test(letter)) return ' '
  return unheard.test(letter) ? '' : letter
}

/** Soft hyphens, marks of direction, control characters, and halves of letters. */
const unheard = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\p{Cc}\p{Cs}]/u
