import MarkdownIt from 'markdown-it'
import { escapeHtml } from '#ground/escape'
import { textFromHtml } from '../../html/text-from-html.ts'
import type { Remark } from '../../remark.ts'

/**
 * CommonMark with tables and struck text. HTML within is recognised, so that its tags can be left
 * out while its words stay; none of it gets through.
 */
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false })

// Addresses are judged, with a remark for each that is refused, when blocks are made.
markdown.validateLink = () => true

markdown.renderer.rules.html_inline = () => ''
markdown.renderer.rules.html_block = (tokens, index) => {
  const words = textFromHtml(tokens[index]?.content ?? '')
  return words === '' ? '' : `<p>${escapeHtml(words)}</p>\n`
}

/** A picture's title is its caption and, after " | ", its credit. */
markdown.renderer.rules.image = (tokens, index, options, env) => {
  const token = tokens[index]
  if (token === undefined) return ''
  const alt = markdown.renderer.renderInlineAsText(token.children ?? [], options, env)
  const src = String(token.attrGet('src') ?? '')
  const image = `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">`
  const [caption = '', ...credit] = String(token.attrGet('title') ?? '').split(/(?:^|\s)\|\s/)
  if (caption === '' && credit.length === 0) return image
  const small = credit.length === 0 ? '' : ` <small>${escapeHtml(credit.join(' | '))}</small>`
  return `<figure>${image}<figcaption>${escapeHtml(caption)}${small}</figcaption></figure>`
}

/**
 * The HTML of a Markdown text. Links that are not whole are resolved against the story's home,
 * where it has one: its file lies somewhere else.
 */
export function htmlOfMarkdown(
  text: string,
  firstLine: number,
  home: string | null,
): { html: string; remarks: readonly Remark[] } {
  const env = {}
  const tokens = markdown.parse(text, env)
  const raw: number[] = []
  for (const block of tokens) {
    const line = firstLine + (block.map?.[0] ?? 0)
    if (block.type === 'html_block' && !/^\s*<!--/.test(block.content)) raw.push(line)
    for (const token of block.children ?? []) {
      if (token.type === 'html_inline' && !token.content.startsWith('<!--')) raw.push(line)
      const href = token.type === 'link_open' ? String(token.attrGet('href') ?? '') : ''
      if (href !== '' && home !== null) token.attrSet('href', URL.parse(href, home)?.href ?? href)
    }
  }
  return { html: markdown.renderer.render(tokens, markdown.options, env), remarks: rawRemarks(raw) }
}

function rawRemarks(lines: readonly number[]): readonly Remark[] {
  const [first] = lines
  if (first === undefined) return []
  const message = 'HTML in Markdown is left out and its words are kept: write it as Markdown.'
  return [{ code: 'markdown.raw-html', message, where: `line ${first}` }]
}

/** Inline Markdown, as it stands in the head of a file, as plain text. */
export const textOfMarkdown = (text: string): string =>
  textFromHtml(markdown.renderInline(text.replace(/\s+/g, ' ')))
