import type { Spoken } from '#catalogue'
import { directionOf, languageTag } from '#ground/language'
import type { DraftBlock } from '../draft.ts'
import { linkAddress } from './address.ts'
import { inlineElements, mayCarry, sameAs } from './allowed.ts'
import { cardOf } from './cards.ts'
import { figureBlocks } from './figures.ts'
import type { Flow } from './flow.ts'
import type { Wrapper } from './inline-run.ts'
import { listBlocks } from './lists.ts'
import type { Page } from './page.ts'
import { emojiOf, pictureOf } from './pictures.ts'
import { quoteBlocks } from './quotes.ts'
import { tableBlocks } from './tables.ts'
import { attribute, charactersOf, type Element, elementsIn, isElement, type Node } from './tree.ts'

type Reader = (element: Element, page: Page, around: Required<Spoken>) => DraftBlock[]

const one = (block: DraftBlock | null): DraftBlock[] => (block === null ? [] : [block])

/** Elements that make blocks by themselves. */
const blockReaders: Readonly<Record<string, Reader>> = {
  ul: listBlocks,
  ol: listBlocks,
  table: tableBlocks,
  blockquote: quoteBlocks,
  figure: figureBlocks,
  hr: () => [{ kind: 'rule' }],
  pre: (element) => codeBlocks(element),
  iframe: (element, page) => one(cardOf(element, page)),
  embed: (element, page) => one(cardOf(element, page)),
  video: (element, page) => one(cardOf(element, page)),
  audio: (element, page) => one(cardOf(element, page)),
  object: (element, page, around) => {
    const card = cardOf(element, page)
    return card === null ? page.blocksIn(element.childNodes, around) : [card]
  },
  noscript: (element, page) =>
    Array.from(elementsIn(element.childNodes))
      .filter((inner) => inner.tagName === 'img' && emojiOf(inner) === '')
      .flatMap((img) => one(pictureOf(img, page))),
}

const headings: Readonly<Record<string, 2 | 3 | 4>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 }

/** Elements that stand in a line: all others end the one before them. */
const transparent = new Set(['picture', 'ruby', 'rb', 'rp', 'source', 'wbr', 'col', 'colgroup'])

/** Puts what a node holds into the flow, in the order of the text. */
export function walk(node: Node, flow: Flow, page: Page): void {
  if (!isElement(node)) {
    if ('value' in node) flow.text(node.value)
    return
  }
  const name = sameAs.get(node.tagName) ?? node.tagName
  const inner = () => {
    for (const child of node.childNodes) walk(child, flow, page)
  }
  const read = blockReaders[node.tagName]
  if (node.tagName === 'br') flow.lineBreak()
  else if (node.tagName === 'img') putPicture(node, flow, page)
  else if (node.tagName === 'rt') flow.text(`（${charactersOf(node.childNodes)}）`)
  else if (node.tagName === 'rp') return
  else if (node.tagName === 'dt')
    flow.apart('paragraph', spokenIn(node, flow), () => strong(flow, inner))
  else if (read !== undefined) readBlocks(node, read, flow, page)
  else if (inlineElements.has(name)) putInline(node, name, flow, page, inner)
  else if (transparent.has(node.tagName)) inner()
  else flow.apart(headings[node.tagName] ?? 'paragraph', spokenIn(node, flow), inner)
}

function readBlocks(element: Element, read: Reader, flow: Flow, page: Page): void {
  const around = spokenIn(element, flow)
  const blocks = read(element, page, around)
  flow.apart('paragraph', around, () => flow.put(blocks))
}

const strong = (flow: Flow, inner: () => void) =>
  flow.inside({ element: 'strong', attributes: [] }, inner)

function putPicture(img: Element, flow: Flow, page: Page): void {
  const emoji = emojiOf(img)
  if (emoji !== '') flow.text(emoji)
  else flow.put(one(pictureOf(img, page)))
}

function putInline(
  element: Element,
  name: string,
  flow: Flow,
  page: Page,
  inner: () => void,
): void {
  const wrapper = wrapperOf(element, name, page)
  if (wrapper === null) inner()
  else flow.inside(wrapper, inner)
}

/** The element as we write it; null when nothing is left of it but its text. */
function wrapperOf(element: Element, name: string, page: Page): Wrapper | null {
  const attributes = element.attrs
    .map(({ name: given, value }) => [given, judged(given, value, page)] as const)
    .filter(([given, value]) => value !== '' && mayCarry(name, given, value))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const bare = name === 'a' ? !attributes.some(([given]) => given === 'href') : false
  const pointless = (name === 'span' || name === 'bdo') && attributes.length === 0
  return bare || pointless ? null : { element: name, attributes }
}

function judged(name: string, value: string, page: Page): string {
  if (name === 'lang') return languageTag(value) ?? ''
  if (name === 'dir') return value.toLowerCase()
  return name === 'href' ? hrefOf(value, page) : value.trim()
}

function hrefOf(written: string, page: Page): string {
  // A place on the sender's own page, where our blocks have no such name.
  if (written.trim() === '' || written.trim().startsWith('#')) return ''
  const address = linkAddress(written, page.base)
  if (address !== null) return address
  page.say(
    'link.refused',
    'A link is shown as plain text: only whole http, https and mailto addresses are kept.',
    written.trim().slice(0, 200),
  )
  return ''
}

/** The language and direction within this element: its own, or those around it. */
function spokenIn(element: Element, flow: Flow): Required<Spoken> {
  const language = languageTag(attribute(element, 'lang'))
  const written = attribute(element, 'dir').toLowerCase()
  const { spoken } = flow
  const inherited =
    language === null || language === spoken.language ? spoken.direction : directionOf(language)
  const direction = written === 'rtl' || written === 'ltr' ? written : inherited
  return { language: language ?? spoken.language, direction }
}

function codeBlocks(pre: Element): DraftBlock[] {
  const text = charactersOf(pre.childNodes).replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd()
  return text.trim() === '' ? [] : [{ kind: 'code', text }]
}
