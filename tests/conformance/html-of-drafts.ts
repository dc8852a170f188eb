import type { ListBody, Spoken } from '#catalogue'
import { escapeHtml } from '#ground/escape'
import type { DraftBlock } from '#ingest'

/** Blocks written as plain HTML again, so that they can be read a second time. */
export const htmlOfDrafts = (blocks: readonly DraftBlock[]): string => blocks.map(htmlOf).join('\n')

function htmlOf(block: DraftBlock): string {
  const at = spokenAs(block)
  switch (block.kind) {
    case 'paragraph':
      return `<p${at}>${block.html}</p>`
    case 'heading':
      return `<h${block.level}${at}>${block.html}</h${block.level}>`
    case 'quote': {
      const source = block.source && `<footer>${block.source}</footer>`
      return `<blockquote${at}>${inTags('p', block.paragraphs)}${source}</blockquote>`
    }
    case 'picture': {
      const { picture, alt, caption, credit } = block
      const small = credit && `<small>${escapeHtml(credit)}</small>`
      const image = `<img src="${escapeHtml(picture.from)}" alt="${escapeHtml(alt)}">`
      return `<figure${at}>${image}<figcaption>${caption} ${small}</figcaption></figure>`
    }
    case 'list':
      return listHtml(block, at)
    case 'table': {
      const caption = block.caption && `<caption>${block.caption}</caption>`
      const head = block.head.length > 0 ? `<thead>${inTags('th', block.head)}</thead>` : ''
      const rows = block.rows.map((row) => `<tr>${inTags('td', row)}</tr>`).join('')
      return `<table${at}>${caption}${head}<tbody>${rows}</tbody></table>`
    }
    case 'code':
      return `<pre${at}><code>${escapeHtml(block.text)}</code></pre>`
    case 'rule':
      return `<hr${at}>`
    case 'card':
      return `<iframe${at} src="${escapeHtml(block.address)}" title="${escapeHtml(block.title)}"></iframe>`
  }
}

const inTags = (tag: string, all: readonly string[]) =>
  all.map((html) => `<${tag}>${html}</${tag}>`).join('')

function spokenAs({ language, direction }: Spoken): string {
  const lang = language === undefined ? '' : ` lang="${language}"`
  return direction === undefined ? lang : `${lang} dir="${direction}"`
}

function listHtml({ ordered, items }: Omit<ListBody, 'kind'>, at = ''): string {
  const tag = ordered ? 'ol' : 'ul'
  const lines = items.map(({ html, inner }) => `<li>${html}${inner ? listHtml(inner) : ''}</li>`)
  return `<${tag}${at}>${lines.join('')}</${tag}>`
}
