import { escapeHtml } from '#ground/escape'
import type { Block, KeptPicture, ListBody, ListItem, PictureBlock } from './block.ts'
import { pictureAddress, pictureFormats } from './picture-address.ts'
import { textOf } from './plain-text.ts'

/**
 * The blocks as a page prints them. Made once, when a story is published.
 * @param part the first picture of a lead is fetched at once, for it may be what is seen first
 */
export function readyHtml(blocks: readonly Block[], part: 'lead' | 'rest'): string {
  const first = part === 'lead' && blocks.find(({ kind }) => kind === 'picture')
  return blocks.map((block) => blockHtml(block, block === first)).join('\n')
}

function blockHtml(block: Block, first: boolean): string {
  const at = attributesOf(block)
  switch (block.kind) {
    case 'paragraph':
      return `<p${at}>${block.html}</p>`
    case 'heading':
      return `<h${block.level}${at}>${block.html}</h${block.level}>`
    case 'quote':
      return `<blockquote${at}>${block.paragraphs.map((html) => `<p>${html}</p>`).join('')}${
        block.source && `<footer>${block.source}</footer>`
      }</blockquote>`
    case 'picture':
      return `<figure${at}${shapeOf(block.picture)}>${pictureHtml(block, first)}${captionHtml(block)}</figure>`
    case 'list':
      return listHtml(block, at)
    case 'table':
      return tableHtml(block, at)
    case 'code':
      // It scrolls, so it has to be reached by keyboard.
      return `<pre${at} dir="ltr" tabindex="0"><code>${escapeHtml(block.text)}</code></pre>`
    case 'rule':
      return `<hr${at}>`
    case 'card': {
      const link = `<a href="${escapeHtml(block.address)}" rel="noopener nofollow">`
      return `<p${at} class="card-link">${link}<bdi>${escapeHtml(block.title)}</bdi></a></p>`
    }
  }
}

function attributesOf({ id, language, direction }: Block): string {
  const lang = language === undefined ? '' : ` lang="${escapeHtml(language)}"`
  return ` id="${escapeHtml(id)}"${lang}${direction === undefined ? '' : ` dir="${direction}"`}`
}

/**
 * What is taller than it is wide would fill a screen or several at the width of the text, and what
 * is smaller than half of it would only be blown up: the style sheet makes these narrower.
 */
function shapeOf({ width, height }: KeptPicture): string {
  const tall = height / width
  const shape = width < smallBelow ? 'small' : tall > 2 ? 'tower' : tall > 1.2 ? 'tall' : ''
  return shape && ` class="${shape}"`
}

const smallBelow = 300

/** As wide as the text column on a desk, as wide as the screen on a phone. */
const columnSizes = '(min-width: 40rem) 38rem, 100vw'

function pictureHtml({ picture, alt }: PictureBlock<KeptPicture>, first: boolean): string {
  const { digest, width, height, widths, tone } = picture
  const sizes = width < smallBelow ? `${width}px` : columnSizes
  const sources = pictureFormats.map((format) => {
    const set = widths.map((wide) => `${pictureAddress(digest, wide, format)} ${wide}w`)
    return `<source type="image/${format}" srcset="${set.join(', ')}" sizes="${sizes}">`
  })
  const plain = pictureAddress(digest, widths.at(-1) ?? width, 'webp')
  const size = `width="${width}" height="${height}" data-tone="${tone}"`
  const haste = first ? 'fetchpriority="high"' : 'loading="lazy"'
  const image = `<img src="${plain}" alt="${escapeHtml(alt)}" ${size} ${haste} decoding="async">`
  return `<picture>${sources.join('')}${image}</picture>`
}

function captionHtml({ caption, credit }: PictureBlock<KeptPicture>): string {
  if (caption === '' && credit === '') return ''
  const small = credit && `<small>${escapeHtml(credit)}</small>`
  return `<figcaption>${[caption, small].filter(Boolean).join(' ')}</figcaption>`
}

function listHtml({ ordered, items }: Omit<ListBody, 'kind'>, at = ''): string {
  const tag = ordered ? 'ol' : 'ul'
  const lines = items.map(
    ({ html, inner }: ListItem) => `<li>${html}${inner ? listHtml(inner) : ''}</li>`,
  )
  return `<${tag}${at}>${lines.join('')}</${tag}>`
}

/** In a box that scrolls where the table is too wide: it has a name, so that it can be found. */
function tableHtml({ id, caption, head, rows }: Block & { kind: 'table' }, at: string): string {
  const top = head.map((cell) => `<th scope="col">${cell}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  const titled = escapeHtml(`${id}-title`)
  const said = caption && `<caption id="${titled}">${caption}</caption>`
  const headed = top && `<thead><tr>${top}</tr></thead>`
  const table = `<table>${said}${headed}<tbody>${body.join('')}</tbody></table>`
  const columns = escapeHtml(head.map(textOf).join(', '))
  const named = caption ? `aria-labelledby="${titled}"` : columns && `aria-label="${columns}"`
  const role = named && ` role="region" ${named}`
  return `<div${at} class="table"${role} tabindex="0">${table}</div>`
}
