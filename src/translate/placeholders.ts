import { textOf } from '#catalogue'
import { escapeHtml } from '#ground/escape'
import type { Protection } from './engine.ts'
import { type Names, partsOf } from './glossary.ts'
import {
  type Inline,
  inlineHtml,
  inlineText,
  inlineTree,
  linksIn,
  type Mark,
} from './inline-tree.ts'
import { readMarked, readPlain } from './read-answer.ts'
import { isSameLanguage } from './same-language.ts'
import { openStrangeWords, type StrangeWords } from './strange-words.ts'

/** How an engine wants its text, and which names it must leave alone. */
export interface Way {
  /** The language of the text, BCP 47. */
  readonly from: string
  readonly format: 'text' | 'html'
  readonly protection: Protection
  readonly names: Names
}

/** What an engine is asked, and what is made of its answer. */
export interface Question {
  readonly content: string
  /** Clean inline HTML with the marks of the original; null when they cannot be put back. */
  read(answer: string): string | null
}

export interface Questions {
  readonly marked: Question
  /** The words alone: what is asked when marks were lost. Links then follow the text. */
  readonly plain: Question
  readonly hasMarks: boolean
}

/** What a numbered placeholder stands for. */
export interface Place {
  /** The number of the one it is in; 0 for none. */
  readonly within: number
  readonly opening: string
  readonly closing: string
  /** What comes back in any case; null where the engine's words do. */
  readonly kept: { readonly html: string; readonly text: string; readonly isName: boolean } | null
  readonly isBreak: boolean
  /** Whether it stood apart from the words beside it. */
  readonly apart: { readonly before: boolean; readonly after: boolean }
  readonly isEmpty: boolean
}

export function questionsOn(html: string, way: Way): Questions {
  const tree = inlineTree(html) ?? [{ kind: 'text', text: textOf(html) }]
  const { format } = way
  const words = openStrangeWords(inlineText(tree))
  const writing = openWriting(way, inlineText(tree), words)
  const content = writing.write(tree, 0)
  const plainWords = openStrangeWords(inlineText(tree))
  const plain = plainContent(tree, way, plainWords)
  const links = linksIn(tree)
  const write = (name: string) => written(name, format)
  return {
    marked: {
      content,
      read(answer) {
        const unveiled = words.unveil(answer, write)
        return unveiled === null ? null : readMarked(unveiled, format, writing.places)
      },
    },
    plain: {
      content: plain,
      read: (answer) => readPlain(plainWords.unveilSome(answer, write), format, links),
    },
    hasMarks: tree.some(({ kind }) => kind !== 'text'),
  }
}

/** What is in some other language already, or in none, stays as it is. */
function isKept({ element, opening }: Mark, from: string): boolean {
  const language = / lang="([^"]*)"/.exec(opening)?.[1]
  const isForeign = language !== undefined && !isSameLanguage(language, from)
  return element === 'code' || element === 'kbd' || isForeign
}

/** What said that it is in the language of the text is not any more. */
function translatedOpening({ opening }: Mark): string {
  return opening.includes(' lang="') ? opening.replace(/ (?:lang|dir)="[^"]*"/g, '') : opening
}

function openWriting(way: Way, wholeText: string, words: StrangeWords) {
  const { format } = way
  const places = new Map<number, Place>()
  const taken = Array.from(wholeText.matchAll(/x(\d{1,6})/gi), ([, digits]) => Number(digits))
  const firstFree = Math.max(0, ...taken)
  const next = (place: Place): number => {
    const number = firstFree + places.size + 1
    places.set(number, place)
    return number
  }
  const around = (number: number, inside: string) =>
    format === 'html'
      ? `<span id="x${number}">${inside}</span>`
      : `<x${number}>${inside}</x${number}>`

  const textContent = (text: string, within: number): string =>
    partsOf(text, way.names)
      .map((part) => {
        if (typeof part === 'string') return written(part, format)
        const { name, target } = part
        if (way.protection !== 'placeholder') return guarded(target, way, words)
        const kept = { html: escapeHtml(target), text: target, isName: true }
        const bare = { opening: '', closing: '', isBreak: false, isEmpty: false }
        const apart = { before: false, after: false }
        return around(next({ within, ...bare, kept, apart }), written(name, format))
      })
      .join('')

  const markContent = (mark: Mark, within: number, apart: Place['apart']): string => {
    const inside = inlineText(mark.inside)
    const [opening, closing] = [translatedOpening(mark), `</${mark.element}>`]
    const of = { within, opening, closing, isBreak: false, apart, isEmpty: inside.trim() === '' }
    if (!isKept(mark, way.from)) {
      const number = next({ ...of, kept: null })
      return around(number, write(mark.inside, number))
    }
    const kept = { html: inlineHtml([mark]), text: inside, isName: false }
    const number = next({ ...of, opening: '', closing: '', kept })
    return around(number, guarded(inside, way, words))
  }

  function write(nodes: readonly Inline[], within: number): string {
    return nodes
      .map((node, at) => {
        if (node.kind === 'text') return textContent(node.text, within)
        const apart = {
          before: isApart(nodes[at - 1], 'end'),
          after: isApart(nodes[at + 1], 'start'),
        }
        if (node.kind === 'mark') return markContent(node, within, apart)
        const bare = { opening: '<br>', closing: '', kept: null, isEmpty: true }
        const number = next({ within, ...bare, isBreak: true, apart })
        return format === 'html' ? '<br>' : `<x${number}/>`
      })
      .join('')
  }
  return { places, write }
}

function isApart(neighbour: Inline | undefined, end: 'start' | 'end'): boolean {
  if (neighbour?.kind !== 'text') return false
  return end === 'start' ? /^\s/.test(neighbour.text) : /\s$/.test(neighbour.text)
}

/** What the engine leaves as it is, by the means that it knows. */
function guarded(text: string, { format, protection }: Way, words: StrangeWords): string {
  if (protection === 'strange-word' && text.trim() !== '') return words.standFor(text)
  if (protection === 'ignore-tag' && format === 'html') {
    return `<span translate="no">${written(text, format)}</span>`
  }
  return written(text, format)
}

function written(text: string, format: Way['format']): string {
  return format === 'html' ? text.replace(/[&<>]/g, escapeHtml) : text
}

function plainContent(tree: readonly Inline[], way: Way, words: StrangeWords): string {
  const text = inlineText(tree).replace(/\s+/g, ' ').trim()
  return partsOf(text, way.names)
    .map((part) => {
      if (typeof part === 'string') return written(part, way.format)
      // Without placeholders its own name is what it is translated best with.
      const isTold = way.protection !== 'placeholder'
      return isTold ? guarded(part.target, way, words) : written(part.name, way.format)
    })
    .join('')
}
