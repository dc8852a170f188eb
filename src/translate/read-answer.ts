import { parseFragment } from 'parse5'
import { textOf } from '#catalogue'
import { escapeHtml } from '#ground/escape'
import { certain } from '#ingest'
import { timesIn } from './glossary.ts'
import { inlineHtml, type Mark } from './inline-tree.ts'
import type { Place } from './placeholders.ts'

type Format = 'text' | 'html'

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'void'; readonly number: number }
  | { readonly kind: 'close'; readonly number: number | null }
  | { readonly kind: 'break' | 'guard' | 'stranger' }

/**
 * An engine's answer with the marks of the original in the places of their placeholders. Null when one
 * is missing, comes twice, or stands in another than it stood in, or when there is anything else.
 */
export function readMarked(
  answer: string,
  format: Format,
  places: ReadonlyMap<number, Place>,
): string | null {
  const breaks = [...places].filter(([, { isBreak }]) => isBreak).map(([number]) => number)
  const building = openBuilding(places)
  const open: (number | 'guard')[] = []
  const within = () => open.findLast((one) => one !== 'guard') ?? 0
  for (const token of tokensOf(answer, format, places)) {
    if (token.kind === 'text') building.say(token.text)
    else if (token.kind === 'guard') open.push('guard')
    else if (token.kind === 'break' || token.kind === 'void') {
      const number = token.kind === 'void' ? token.number : breaks.shift()
      if (number === undefined || !building.begin(number, within())) return null
      if (!building.end(number)) return null
    } else if (token.kind === 'open') {
      if (!building.begin(token.number, within())) return null
      open.push(token.number)
    } else {
      const closed = token.kind === 'close' ? open.pop() : undefined
      if (closed === undefined || token.kind !== 'close') return null
      if (token.number !== null && token.number !== closed) return null
      if (closed !== 'guard' && !building.end(closed)) return null
    }
  }
  return open.length === 0 ? building.whole() : null
}

/** An engine's answer as words alone, and after them the links of the original in their own words. */
export function readPlain(answer: string, format: Format, links: readonly Mark[]): string | null {
  const text = format === 'html' ? decoded(answer.replace(/<[a-z/!?][^<>]*>/gi, '')) : answer
  const words = clean(text).trim()
  if (words === '') return null
  const after = links.map((link) => inlineHtml([link])).join(' · ')
  return certain(escapeHtml(words) + (after && `<br>${after}`))
}

function tokensOf(
  answer: string,
  format: Format,
  places: ReadonlyMap<number, Place>,
): readonly Token[] {
  const pattern = format === 'html' ? /(<[a-z/!?][^<>]*>)/i : /(<\/?x\d{1,9} ?\/?>)/i
  return answer.split(pattern).map((piece, at): Token => {
    if (at % 2 === 0) return { kind: 'text', text: format === 'html' ? decoded(piece) : piece }
    return format === 'html' ? htmlToken(piece, places) : textToken(piece, places)
  })
}

/** `<x1>`, `</x1>`, `<x2/>` */
function textToken(tag: string, places: ReadonlyMap<number, Place>): Token {
  const number = Number(/\d+/.exec(tag)?.[0])
  // Those of no place of ours are words of the text itself.
  if (!places.has(number)) return { kind: 'text', text: tag }
  if (tag.startsWith('</')) return { kind: 'close', number }
  return { kind: tag.endsWith('/>') ? 'void' : 'open', number }
}

/** `<span id="x1">`, `<span translate="no">`, their ends, and `<br>`. */
function htmlToken(tag: string, places: ReadonlyMap<number, Place>): Token {
  if (/^<br\s*\/?>$/i.test(tag)) return { kind: 'break' }
  if (/^<\/span\s*>$/i.test(tag)) return { kind: 'close', number: null }
  const given = /^<span(\s[^<>]*)>$/i.exec(tag)?.[1]
  if (given === undefined) return { kind: 'stranger' }
  const named = /\sid=(?:"x(\d{1,9})"|'x(\d{1,9})'|x(\d{1,9})(?=\s|$))/.exec(given)
  if (named === null) return { kind: /\stranslate="?no"?/.test(given) ? 'guard' : 'stranger' }
  const number = Number(named[1] ?? named[2] ?? named[3])
  return places.has(number) ? { kind: 'open', number } : { kind: 'stranger' }
}

/** Puts the answer together; what it is given is checked against what there was. */
function openBuilding(places: ReadonlyMap<number, Place>) {
  const out: string[] = []
  const left = new Set(places.keys())
  const said = new Map<number, string>()
  /** Innermost last. */
  const around: number[] = []
  let last = ''
  let gapAt: number | null = null

  const put = (text: string, html: string) => {
    if (text === '') return
    // Engines lose the space beside a tag. Where there was one, words do not run together.
    if (gapAt !== null && isWord(last.at(-1)) && isWord(text[0])) out.splice(gapAt, 0, ' ')
    gapAt = null
    out.push(html)
    last = text
  }
  const gap = (needed: boolean) => {
    if (needed && gapAt === null) gapAt = out.length
  }
  return {
    say(text: string) {
      for (const number of around) said.set(number, `${said.get(number) ?? ''}${text}`)
      if (around.some((number) => places.get(number)?.kept)) return
      const words = clean(text)
      put(words, escapeHtml(words))
    },
    begin(number: number, within: number): boolean {
      const place = places.get(number)
      if (place === undefined || place.within !== within || !left.delete(number)) return false
      around.push(number)
      gap(place.apart.before)
      out.push(place.opening)
      return true
    },
    end(number: number): boolean {
      const place = places.get(number)
      if (place === undefined || around.pop() !== number) return false
      const words = clean(said.get(number) ?? '').trim()
      const { kept } = place
      // What came back in it is not what went out: it is beside another word now.
      if (kept !== null && !kept.isName && words !== clean(kept.text).trim()) return false
      if (words === '' && !place.isEmpty) return false
      if (kept !== null) put(kept.text, kept.html)
      if (place.isBreak) last = ''
      out.push(place.closing)
      gap(place.apart.after)
      return true
    },
    whole(): string | null {
      const html = tidy(out.join(''))
      return left.size > 0 || html === '' || hasNameTwice(html, places) ? null : certain(html)
    },
  }
}

/** A name that stands there more often than it should was put over some other word. */
function hasNameTwice(html: string, places: ReadonlyMap<number, Place>): boolean {
  const names = [...places.values()].flatMap(({ kept }) => (kept?.isName ? [kept.text] : []))
  if (names.length === 0) return false
  const words = textOf(html.replace(/<[^<>]*>/g, '\n'))
  return [...Map.groupBy(names, (name) => name)].some(
    ([name, all]) => timesIn(words, name) > all.length,
  )
}

const spacedScript = /^[\p{L}\p{N}]$/u
const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const isWord = (letter = '') => spacedScript.test(letter) && !unspacedScript.test(letter)

function tidy(html: string): string {
  return html
    .replace(/ {2,}/g, ' ')
    .replace(/ *<br> */g, '<br>')
    .trim()
}

/** One line, without marks that turn the text around it. */
function clean(text: string): string {
  return text
    .replace(/[ \t\n\f\r]+/g, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069]|\p{Cc}/gu, '')
    .toWellFormed()
}

/** With every character reference read; tags are text here. */
function decoded(html: string): string {
  if (!html.includes('&')) return html
  return parseFragment(html.replaceAll('<', '&lt;'))
    .childNodes.map((node) => ('value' in node ? node.value : ''))
    .join('')
}
